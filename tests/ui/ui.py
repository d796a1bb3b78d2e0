"""Drive the program's window over the accessibility bus, as a screen reader sees it.

Things are found by role and name. Every look-up starts again from the application and polls until it succeeds, so
there are no fixed sleeps. Names are given in English; a window in another language is searched for their translation.
"""
import gettext
import os
import shutil
import subprocess
import sys
import time

# libatspi warns harmlessly: warnings are fatal in the program, not here
PROGRAM_G_DEBUG = os.environ.pop('G_DEBUG', 'fatal-warnings')

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f'no accessibility bus: {missing}', file=sys.stderr)
    sys.exit(77)

PROGRAM = os.environ.get('CAPACITY_PROGRAM', 'capacity')
if not shutil.which(PROGRAM):
    print(f'{PROGRAM} is not installed', file=sys.stderr)
    sys.exit(77)
CLIPBOARD = os.environ.get('CAPACITY_CLIPBOARD')
DRAG = os.environ.get('CAPACITY_DRAG')
LOCALEDIR = os.environ.get('CAPACITY_LOCALEDIR')
# meson always sets some options of the sanitizers, also where there are none
LOOKS_FOR_LEAKS = 'detect_leaks=1' in os.environ.get('ASAN_OPTIONS', '')
TIMEOUT_S = 60 if LOOKS_FOR_LEAKS else 20
PATIENCE_S = TIMEOUT_S / 10  # for what may not happen at all
# The library stands before the sanitizer's own, which has to be told that this is meant.
SANITIZED = {
    'LD_PRELOAD': os.environ['CAPACITY_KNOWN_LEAKS'],
    'ASAN_OPTIONS': os.environ['ASAN_OPTIONS'] + ':verify_asan_link_order=0',
} if LOOKS_FOR_LEAKS and 'CAPACITY_KNOWN_LEAKS' in os.environ else {}

INTERACTIVE = {
    'button', 'check box', 'combo box', 'entry', 'image', 'link', 'list item', 'menu item', 'page tab', 'radio button',
    'slider', 'spin button', 'switch', 'table row', 'text', 'toggle button', 'tree table',
}

Atspi.set_timeout(TIMEOUT_S * 250, 20000)  # milliseconds for a call, and for a call while an application starts


def wait(check, what, timeout_s=TIMEOUT_S):
    """Return the first true result of check, which may fail while the window changes under it.

    what names it in the message when there is none: a text, or a function that gives it.
    """
    start = time.monotonic()
    last = None
    while time.monotonic() < start + timeout_s:
        try:
            if time.monotonic() > start + PATIENCE_S:
                Atspi.get_desktop(0).clear_cache()  # the library may have missed a change while the program started
            result = check()
            if result:
                return result
        except GLib.Error as error:
            last = error
        time.sleep(0.03)
    raise AssertionError(f'timed out waiting for {what() if callable(what) else what} {last or ""}')


def window_of(process):
    """The last window that a process has on the display, for xdotool."""
    return wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                                       capture_output=True, text=True).stdout.split(), 'the window on the display')[-1]


class App:
    """The program with its window, in one language."""

    def __init__(self, *arguments, language='en', program=PROGRAM, environment=None, wrapper=()):
        locale = {'en': 'C.UTF-8', 'lv': 'lv_LV.UTF-8'}[language]
        self.translation = gettext.translation('capacity', LOCALEDIR, [language], fallback=language == 'en')
        self.program = program
        self.environment = {
            **os.environ, 'G_DEBUG': PROGRAM_G_DEBUG, 'LC_ALL': locale, 'LANGUAGE': language, **SANITIZED, **(environment or {})}
        self.process = subprocess.Popen([*wrapper, program, *arguments], env=self.environment)
        self.root = wait(self._look_for_root, 'the application on the accessibility bus')

    def _look_for_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def tr(self, text):
        """The text as the window has it: translated, and without the mark of the mnemonic."""
        return self.translation.gettext(text).replace('_', '')

    def mnemonic(self, text):
        """The key that chooses what has this text."""
        shown = self.translation.gettext(text)
        return shown[shown.index('_') + 1].lower()

    def tr_in(self, context, text):
        """The text as the window has it in a context that translators are told."""
        return self.translation.pgettext(context, text)

    def walk(self, root=None):
        root = root or self.root
        yield root
        for i in range(root.get_child_count()):
            child = root.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def walk_back(self, root=None):
        """As walk, but what came last comes first: a toast is gone before the whole window has been looked at."""
        root = root or self.root
        for i in reversed(range(root.get_child_count())):
            child = root.get_child_at_index(i)
            if child:
                yield from self.walk_back(child)
        yield root

    def look(self, role=None, name=None, root=None, interface=None):
        """The first thing that fits, or None. name is an English text, or a function of the name that is shown."""
        wanted = self.tr(name) if isinstance(name, str) else None
        for thing in self.walk(root):
            if role is not None and thing.get_role_name() != role:
                continue
            if interface is not None and interface not in thing.get_interfaces():
                continue
            if wanted is not None and thing.get_name() != wanted:
                continue
            if callable(name) and not name(thing.get_name()):
                continue
            return thing
        return None

    def names(self, root=None):
        """What is there, to be read where something is missing."""
        try:
            return [f'{thing.get_role_name()} {thing.get_name()}' for thing in self.walk(root) if thing.get_name()]
        except GLib.Error as error:
            return error

    def find(self, role=None, name=None, root=None, interface=None):
        shown = self.tr(name) if isinstance(name, str) else name
        return wait(lambda: self.look(role, name, root, interface), lambda: f'{role} {shown!r} among {self.names(root)}')

    def gone(self, role, name):
        wait(lambda: not self.look(role, name), f'{role} {name!r} to go')

    def click(self, *args, **kwargs):
        thing = self.find(*args, **kwargs)
        wait(lambda: thing.get_state_set().contains(Atspi.StateType.SENSITIVE), f'{thing.get_name()!r} to be sensitive')
        assert thing.get_action_iface().do_action(0), thing.get_name()
        return thing

    def type(self, thing, text):
        assert thing.get_editable_text_iface().set_text_contents(text)
        wait(lambda: self.text(thing) == text, f'the text {text!r}')

    def focus(self, thing):
        """Go there with the Tab key, as someone without a mouse does."""
        press = self.press
        for _ in range(100):
            if thing.get_state_set().contains(Atspi.StateType.FOCUSED):
                return
            press('Tab')
            press = self.press_on
            time.sleep(0.02)
        raise AssertionError(f'{thing.get_name()!r} cannot be reached with the Tab key')

    def enter(self, thing, text):
        """Go to an entry, type and press Enter."""
        self.focus(thing)
        self.type(thing, text)
        self.press('Return')

    def text(self, thing):
        return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))

    def window(self):
        return self.root.get_child_at_index(0)

    def run(self, *arguments):
        """Start the program again; it hands its arguments to the one that runs."""
        subprocess.run([self.program, *arguments], env=self.environment, check=True, timeout=30)

    def activate(self, action, *parameters):
        """Activate an action of the application over the session bus, with parameters as GVariant text."""
        subprocess.run(
            ['gdbus', 'call', '--session', '--dest', 'org.varam.Capacity', '--object-path', '/org/varam/Capacity',
             '--method', 'org.gtk.Actions.Activate', action, f'[{", ".join(parameters)}]', '{}'],
            check=True, stdout=subprocess.DEVNULL)

    def action(self, name):
        """Activate an action of the window, such as win.undo, which a window that has just come may not have yet.

        The bus knows actions by their place among those that can be activated now, and places change while the
        window fills: only a list that has stayed the same is trusted.
        """
        wait(lambda: self._try_action(name), f'the action {name}')

    def _try_action(self, name):
        actions = self.window().get_action_iface()

        def names():
            return [Atspi.Action.get_action_name(actions, i) for i in range(actions.get_n_actions())]

        there = names()
        return name in there and names() == there and actions.do_action(there.index(name))

    def press(self, *keys):
        """Press keys, such as ctrl+f, in the window."""
        subprocess.run(['xdotool', 'windowfocus', '--sync', window_of(self.process), 'key', *keys], check=True)

    def click_mouse(self, thing, times=1):
        """Press the mouse on it."""
        frame, place = (Atspi.Component.get_extents(it, Atspi.CoordType.WINDOW) for it in (self.window(), thing))
        subprocess.run(['xdotool', 'mousemove', '--window', window_of(self.process), str(place.x - frame.x + place.width // 2),
                        str(place.y - frame.y + place.height // 2), 'click', '--repeat', str(times), '--delay', '60', '1'],
                       check=True)

    def escape(self, is_gone, what):
        """Close with Escape: the toolkit lets the first attempt pass while what was above has only just gone."""
        def try_once():
            self.press('Escape')
            end = time.monotonic() + PATIENCE_S
            while not (gone := is_gone()) and time.monotonic() < end:
                time.sleep(0.03)
            return gone

        wait(try_once, what)

    def press_on(self, *keys):
        """Press keys where the focus is already, while something without focus of its own pops up over the window."""
        subprocess.run(['xdotool', 'key', *keys], check=True)

    def texts(self, root):
        """What a row says, cell by cell or line by line."""
        return [thing.get_name() for thing in self.walk(root) if thing.get_role_name() in ('label', 'table cell')]

    def focused_row(self, root=None):
        return next((thing for thing in self.walk(root) if thing.get_role_name() == 'list item'
                     and thing.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    def _choose_below(self, wanted):
        is_wanted = wanted if callable(wanted) else lambda text: text == wanted

        def stands_there():
            at = self.focused_row()
            is_there = at and any(is_wanted(text) for text in self.texts(at))
            if at and not is_there:
                self.press_on('Down')  # the list takes keys only once it is on the screen
            return is_there

        self.press('Return')
        wait(stands_there, wanted if isinstance(wanted, str) else 'what to choose')
        chosen = self.focused_row()
        self.press_on('Return')
        # Until the list is away, keys are for it.
        wait(lambda: not chosen.get_state_set().contains(Atspi.StateType.FOCUSED), 'the list to go')

    def choose(self, shown, wanted):
        """Choose by the keyboard in the drop-down list that shows something else now."""
        self.focus(self.find('toggle button', lambda name: name.endswith(f': {shown}')))
        self._choose_below(wanted)
        self.find('toggle button', lambda name: name.endswith(f': {wanted}'))

    def choose_in_row(self, title, wanted):
        """Choose by the keyboard in the row with this title; wanted is as it is shown, or a function of that."""
        self.focus(self.find('combo box', title))
        self._choose_below(wanted)

    def toast(self, text):
        """The toast that says the text: it is looked for first, because it does not stay."""
        return wait(lambda: next((thing for thing in self.walk_back() if thing.get_name() == self.tr(text)), None), f'a toast: {text}')

    def choose_file(self, title, path, replaces=False):
        """Fill the toolkit's own file dialog: a slash shows the entry for a path. It asks before a file is replaced."""
        dialog = self.find('dialog', title)
        self.press('slash')
        self.type(self.find('text', root=dialog), path)
        self.press('Return')
        if replaces:
            self.find('dialog', lambda name: not name)
            self.press_on('Return')
        wait(lambda: self.look('dialog', title) != dialog, f'the file dialog {title!r} to go')  # what comes next may be named alike

    def open_menu(self, name, root=None, by_keyboard=False):
        """Open a menu by its button; its first line has the focus then."""
        if by_keyboard:
            self.focus(self.find('toggle button', name, root))
            self.press('Return')
        else:
            self.click('toggle button', name, root)
        wait(lambda: any(thing.get_role_name() == 'menu item' and thing.get_state_set().contains(Atspi.StateType.FOCUSED)
                         for thing in self.walk()), f'the menu {name!r}')

    def choose_item(self, menu, item, root=None):
        """Open a menu and choose a line of it by its letter."""
        self.open_menu(menu, root)
        self.press_on(self.mnemonic(item))

    def copy(self, text):
        """Put a text on the clipboard as another program would; it stays until that is terminated."""
        return subprocess.Popen([CLIPBOARD, '-', text])

    def clipboard(self, kind):
        """What another program gets from the clipboard as this type, once there is something."""
        return wait(lambda: subprocess.run([CLIPBOARD, kind], capture_output=True, timeout=30).stdout, f'{kind} on the clipboard')

    def drop(self, *paths, is_refused=False):
        """Drag files with the mouse out of another window and let them go in this one, beside a dialog where that refuses them."""
        other = subprocess.Popen([DRAG, *paths], stdout=subprocess.PIPE)
        os.set_blocking(other.stdout.fileno(), False)
        said = []

        def tell(*words):
            subprocess.run(['xdotool', *words], check=True)

        def move_until(wanted, x, y):
            """Move to and fro: no hand stands still."""
            def is_said():
                tell('mousemove', str(x + len(said) % 2 * 12), str(y))
                said.append(other.stdout.read() or b'')
                return wanted in b''.join(said)

            wait(is_said, lambda: f'{wanted} after {b"".join(said)}')

        try:
            tell('windowmove', '--sync', window_of(other), '1140', '940')
            move_until(b'reached', 1200, 970)
            tell('mousedown', '1')
            move_until(b'begun', 1180, 965)
            if is_refused:
                for i in range(40):
                    tell('mousemove', str(60 + i % 2 * 12), '300')
                tell('mouseup', '1')
                move_until(b'refused', 60, 300)
                assert b'welcome' not in b''.join(said), said
                return
            move_until(b'welcome', 400, 300)
            tell('mouseup', '1')
            move_until(b'dropped', 400, 300)
        finally:
            other.kill()
            other.wait()
            other.stdout.close()

    def all_named(self):
        """Check that a screen reader could name every interactive thing on the screen.

        A row that only holds other rows, as that of an expander does, and the one in which a closed combo box shows
        its choice are left out: focus never stops there.
        """
        unnamed = []

        def has_none():
            shown = {thing for combo in self.walk() if combo.get_role_name() == 'combo box' for thing in self.walk(combo)
                     if thing.get_role_name() == 'list item'}
            unnamed[:] = [(thing.get_role_name(), thing.get_accessible_id()) for thing in self.walk()
                          if thing.get_role_name() in INTERACTIVE and not thing.get_name().strip() and thing not in shown
                          and thing.get_state_set().contains(Atspi.StateType.SHOWING)
                          and not self.look('list item', lambda name: name, root=thing)]
            return not unnamed

        wait(has_none, lambda: f'names for {unnamed}')

    def tree(self, root=None, depth=0):
        """The things as lines of text, for whoever writes a test."""
        root = root or self.root
        lines = [f'{"  " * depth}{root.get_role_name()} {root.get_name()!r}']
        for i in range(root.get_child_count()):
            child = root.get_child_at_index(i)
            if child:
                lines += self.tree(child, depth + 1)
        return lines

    def close(self):
        """The program may have ended before it answers."""
        wait(lambda: self.process.poll() is not None or self._try_action('window.close'), 'the window to close')
        status = self.process.wait(30)
        assert status == 0, f'the program ended with {status}'


class Listener:
    """Hears what is said to a screen reader."""

    def __init__(self):
        self.said = []
        self.listener = Atspi.EventListener.new(lambda event: self.said.append(event.any_data))
        self.listener.register('object:announcement')

    def after(self, act, *arguments):
        """What act makes the program say first."""
        self.said.clear()
        act(*arguments)

        def heard():
            while GLib.MainContext.default().iteration(False):
                pass
            return self.said

        return wait(heard, 'an announcement')[0]
