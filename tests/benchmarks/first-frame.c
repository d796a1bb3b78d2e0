/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* first-frame CMD [ARG...]: how long it takes until the window of CMD shows on this display, with no help from CMD.
 *
 * The display reports what is painted; the first large rectangle is the window's first frame, and a second without
 * another one is when it has settled. Prints milliseconds from fork to the first frame, to the last one, and the most
 * memory in KiB that was the program's own or its share of what is shared (PSS). Then it ends CMD. */

#define LARGE_PIXELS 60000.0
#define QUIET_MS 1000.0
#define LIMIT_MS 60000.0

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static long
pss_kib (pid_t pid)
{
  char name[64], line[256];
  long pss = 0;
  FILE *file = NULL;

  snprintf (name, sizeof name, "/proc/%d/smaps_rollup", pid);
  file = fopen (name, "r");
  if (!file)
    return 0;
  while (fgets (line, sizeof line, file))
    if (strncmp (line, "Pss:", 4) == 0)
      pss = atol (line + 4);
  fclose (file);

  return pss;
}

/* Whether something large was painted since the last call. */
static int
was_painted (Display *display,
             int      damage_event)
{
  int painted = 0;

  while (XPending (display))
    {
      XEvent event;
      const XDamageNotifyEvent *damage = (XDamageNotifyEvent *) &event;

      XNextEvent (display, &event);
      if (event.type == damage_event + XDamageNotify
          && (double) damage->area.width * damage->area.height > LARGE_PIXELS)
        painted = 1;
    }

  return painted;
}

static void
watch (Display *display,
       int      damage_event,
       pid_t    pid,
       double   start)
{
  struct pollfd descriptor = { ConnectionNumber (display), POLLIN, 0 };
  double first = 0, last = 0;
  long peak = 0;

  while (now_ms () - start < LIMIT_MS && (last == 0 || now_ms () - start - last < QUIET_MS))
    {
      long pss = 0;

      if (was_painted (display, damage_event))
        {
          last = now_ms () - start;
          if (first == 0)
            first = last;
        }
      poll (&descriptor, 1, 25);
      /* Reading it costs the program's time too, so not before there is a window. */
      if (last > 0)
        pss = pss_kib (pid);
      if (pss > peak)
        peak = pss;
    }
  printf ("%.0f %.0f %ld\n", first, last, peak);
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  double start;
  pid_t pid;

  if (argc < 2 || !display || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 2;

  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSync (display, False);
  usleep (200000);
  XSync (display, True); /* what the display's own start painted */

  start = now_ms ();
  pid = fork ();
  if (pid == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  watch (display, damage_event, pid, start);
  kill (pid, SIGTERM);
  for (int i = 0; i < 40 && waitpid (pid, NULL, WNOHANG) == 0; i++)
    usleep (50000);
  kill (pid, SIGKILL);

  return 0;
}
