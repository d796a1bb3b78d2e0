# What R says where it has the same method. `Rscript tests/analysis/r-values.R > tests/analysis/r-values.h` writes the
# values that test-r-values.c compares with; the tests themselves do not need R. Made with R 4.2.2, forecast 8.20.
suppressMessages (library (forecast))

say <- function (name, values, ...) {
  numbers <- formatC (as.numeric (values), digits = 12, width = 1, format = "g")
  cat ("\n/*", paste (strwrap (paste (...), 112, exdent = 3), collapse = "\n"), "*/\n")
  cat (sprintf ("static const double %s[] = {\n", name))
  cat (strwrap (paste0 (paste (numbers, collapse = ", "), ","), 112, indent = 2, exdent = 2), sep = "\n")
  cat ("};\n")
}

cat ("/* Copyright The Capacity developers\n * SPDX-License-Identifier: GPL-3.0-or-later */\n")
cat ("#pragma once\n\n/* Written by r-values.R. */\n")

# Series every R has: UKDriverDeaths (Harvey 1989), 192 months with a season; Nile (Durbin and Koopman 2001), 100 years
# with ties and a shift.
deaths <- as.numeric (UKDriverDeaths)
nile <- as.numeric (Nile)
say ("deaths", deaths, "UKDriverDeaths")
say ("nile", nile, "Nile")

# Trend (K15)
kendall <- cor.test (seq_along (nile), nile, method = "kendall", exact = FALSE, continuity = TRUE)
s <- outer (nile, nile, function (a, b) sign (b - a))
say ("nile_kendall", c (sum (s[upper.tri (s)]), kendall$statistic, kendall$p.value),
     "S = Σ sign (x_j − x_i); cor.test (seq_along (Nile), Nile, method = \"kendall\", exact = FALSE, continuity = TRUE):",
     "z, p")
slopes <- outer (seq_along (nile), seq_along (nile), function (i, j) (nile[j] - nile[i]) / (j - i))
slope <- median (slopes[upper.tri (slopes)])
say ("nile_theil_sen", c (slope, median (nile - slope * (seq_along (nile) - 1))),
     "median ((x_j − x_i)/(j − i)), i < j; median (x − slope · (0…99))")

# Season
say ("deaths_additive", decompose (ts (deaths, frequency = 12), "additive")$figure,
     "decompose (UKDriverDeaths, \"additive\")$figure")
say ("deaths_multiplicative", decompose (ts (deaths, frequency = 12), "multiplicative")$figure,
     "decompose (UKDriverDeaths, \"multiplicative\")$figure")

# The season of a short history: the structural model of capacity-structural.c by whole matrices.
structural <- function (y, l) {
  n <- length (y)
  apart <- outer (seq_len (n), seq_len (n), "-")
  season <- function (d) 0.9 * exp (-2 * (sin (pi * d / l) / 0.5)^2) + 0.1 * (d %% l == 0)
  fit <- function (walk, size) {
    v <- diag (n) + walk * (outer (seq_len (n), seq_len (n), pmin) - 1) + size * season (apart)
    inverse <- solve (v)
    r <- y - sum (inverse %*% y) / sum (inverse)
    k <- size * season (outer (seq_len (l), seq_len (n), "-"))
    squares <- sum (r * (inverse %*% r)) + 0.001
    list (log = -0.5 * (determinant (v)$modulus + log (sum (inverse)) + n * log (squares)),
          season = k %*% inverse %*% r, error = squares / n * (size - mean (diag (k %*% inverse %*% t (k)))))
  }
  fits <- Map (fit, rep (c (0.02, 0.1, 0.5), each = 4), rep (c (1, 8, 64, 512), 3))
  weight <- exp (sapply (fits, "[[", "log") - max (sapply (fits, "[[", "log")))
  index <- sapply (fits, "[[", "season") %*% weight / sum (weight)
  c (index - mean (index), sum (weight * sapply (fits, "[[", "error")) / sum (weight))
}
for (n in c (13, 18, 26, 35))
  say (paste0 ("deaths_structural_", n), structural (log (deaths[1:n]), 12),
       sprintf ("the structural model of log (UKDriverDeaths[1:%d]), twelve combinations of variances weighted by", n),
       "their likelihood, solve() and determinant(): the indices, the variance of their error")

# A level that walks: the filter of R comes to rest at the gain that is the smoothing constant.
level <- StructTS (Nile, "level")
at_rest <- level$model$Pn[1]
gain <- at_rest / (at_rest + level$model$h)
say ("nile_gain", c (level$coef[["level"]] / level$coef[["epsilon"]], gain),
     "StructTS (Nile, \"level\"): variance of the level over that of the noise; Pn / (Pn + h) of its model")

# Simple exponential smoothing with that constant. HoltWinters() starts its errors with the second value; a value before
# the first makes it start with the first.
smooth <- function (l) HoltWinters (c (l, nile), alpha = gain, beta = FALSE, gamma = FALSE, l.start = l)
first <- optimise (function (l) smooth (l)$SSE, c (500, 2000), tol = 1e-10)$minimum
say ("nile_ses", smooth (first)$coefficients,
     "HoltWinters (c (l, Nile), alpha = nile_gain, beta = FALSE, gamma = FALSE, l.start = l) with the l of least SSE:",
     "last level")

# Damped trend: ets() lets neither the states nor the grid be given, the function below it does.
damped <- function (x, h) {
  grid <- expand.grid (phi = c (0.8, 0.9, 0.97), beta = c (0.02, 0.1, 0.25), alpha = c (0.05, 0.15, 0.3, 0.5, 0.75))
  runs <- lapply (seq_len (nrow (grid)), function (i) with (grid[i, ],
    forecast:::pegelsresid.C (ts (x), 1, c (mean (x[1:6]), 0), "A", "A", "N", TRUE, alpha, alpha * beta, 0, phi, 1)))
  loss <- sapply (runs, function (run) sum (run$e^2)) *
    (1 + 3 * (grid$alpha - 0.3)^2 + 36 * grid$beta / length (x))
  state <- tail (runs[[which.min (loss)]]$states, 1)
  state[1] + cumsum (grid$phi[which.min (loss)]^(1:h)) * state[2]
}
say ("nile_damped", damped (nile, 12),
     "the states of ets (Nile, \"AAN\", damped = TRUE) as forecast:::pegelsresid.C() runs through them from the level of",
     "six years and no trend; of the grid of constants the one with least squares, penalised")
say ("rise_damped", damped (cumsum (deaths[1:60] - 1500), 12), "the same of cumsum (UKDriverDeaths[1:60] - 1500)")

# An autoregressive model of the changes: the conditional sum of squares that arima() minimises
changes <- diff (nile)
css <- function (order, p)
  arima (changes, c (order[1], 0, order[2]), include.mean = FALSE, fixed = p, transform.pars = FALSE,
         method = "CSS")$sigma2 * (length (changes) - order[1])
fit <- function (order) {
  usual <- c (rep (0, order[1]), if (order[2] > 0) -0.7, rep (0, max (order[2] - 1, 0)))
  loss <- function (p) tryCatch (css (order, p) * (1 + 0.3 * sum ((p - usual)^2)), error = function (e) 1e12)
  best <- optim (usual, loss, method = "BFGS", control = list (reltol = 1e-14))
  k <- sum (order) + 2
  n <- length (changes) - order[1]
  list (p = best$par, order = order, aicc = n * log (best$value / n) + 2 * k * n / (n - k - 1))
}
fits <- lapply (list (c (0, 1), c (1, 0), c (1, 1), c (0, 2), c (2, 1)), fit)
best <- fits[[which.min (sapply (fits, function (f) f$aicc))]]
model <- arima (changes, c (best$order[1], 0, best$order[2]), include.mean = FALSE, fixed = best$p,
                transform.pars = FALSE, method = "CSS")
say ("nile_arima", tail (nile, 1) + cumsum (predict (model, 12)$pred),
     sprintf ("Nile[100] + cumsum (predict (arima (diff (Nile), c (%d, 0, %d), include.mean = FALSE, method = \"CSS\"),",
              best$order[1], best$order[2]),
     "12)$pred), the parameters and the order those of least squares, penalised")

# The seasonal model of Box and Jenkins, of logarithms. predict() takes the first year as unknown, not as without error.
passengers <- log (AirPassengers)
airline <- function (theta, season)
  arima (passengers, c (0, 1, 1), list (order = c (0, 1, 1)), fixed = c (-theta, -season), method = "CSS")
grid <- expand.grid (season = c (0.3, 0.5, 0.7, 0.85, 0.95), theta = c (0.2, 0.4, 0.6, 0.8, 0.9))
loss <- mapply (function (theta, season)
  airline (theta, season)$sigma2 * (1 + 2 * (theta - 0.6)^2 + 5 * (season - 0.8)^2), grid$theta, grid$season)
best <- grid[which.min (loss), ]
say ("passengers", passengers, "log (AirPassengers) (Box and Jenkins 1970)")
say ("passengers_airline", predict (airline (best$theta, best$season), 24)$pred,
     sprintf ("predict (arima (log (AirPassengers), c (0, 1, 1), list (order = c (0, 1, 1)), fixed = c (%g, %g),",
              -best$theta, -best$season),
     "method = \"CSS\"), 24)$pred, the parameters those of the grid with least squares, penalised")

# Counts now and then
counts <- c (0, 0, 3, 0, 1, 0, 0, 0, 4, 0, 2, 0, 0, 5, 0, 0, 1, 0, 0, 2, 0, 0, 0, 3)
say ("counts", counts, "invented")
say ("counts_croston", croston (counts, h = 1, alpha = 0.1)$mean, "croston (counts, h = 1, alpha = 0.1)$mean")

say ("nile_quantiles", quantile (nile, c (0.1, 0.25, 0.5, 0.8, 0.95), type = 7),
     "quantile (Nile, c (0.1, 0.25, 0.5, 0.8, 0.95), type = 7)")
