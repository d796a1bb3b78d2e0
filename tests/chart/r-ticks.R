# What R's package of the paper's first author says. `Rscript tests/chart/r-ticks.R > tests/chart/r-ticks.h` writes the
# ticks that test-ticks.c compares with; the tests themselves do not need R. Made with R 4.2.2, labeling 0.4.2.
suppressMessages (library (labeling))

cat ("/* Copyright The Capacity developers\n * SPDX-License-Identifier: GPL-3.0-or-later */\n")
cat ("#pragma once\n\n/* Written by r-ticks.R. */\n\n")
cat ("static const struct\n{\n  double low, high, m, first, step;\n  guint  n;\n} r_ticks[] = {\n")

say <- function (low, high, m) {
  ticks <- extended (low, high, m)
  step <- (ticks[length (ticks)] - ticks[1]) / (length (ticks) - 1)
  numbers <- formatC (c (low, high, m, ticks[1], step), digits = 15, width = 1, format = "g")
  cat (sprintf ("  { %s, %d },\n", paste (numbers, collapse = ", "), length (ticks)))
}

# From 0, as the axes of the program are, and anywhere, at all sizes, with as many ticks as fit a small and a large chart.
set.seed (1)
for (m in c (3, 4, 5, 7)) {
  for (i in 1:20)
    say (0, signif (10 ^ runif (1, -1, 6), 4), m)
  for (i in 1:30) {
    ends <- sort (signif (runif (2, -1, 1) * 10 ^ runif (1, -1, 5), 4))
    say (ends[1], ends[2], m)
  }
}
cat ("};\n")
