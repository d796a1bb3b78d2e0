"""Every view, dialog and menu: a screen reader can name each control, and the Tab key goes round without a trap."""
import sys
import time

from ui import INTERACTIVE, App, Atspi, GLib, wait

LANGUAGE = sys.argv[1]
VIEW_PREFIX = 'win.show-'
DIALOGS = ('app.about', 'app.preferences', 'app.shortcuts')


def window_actions(app):
    actions = app.window().get_action_iface()
    return [Atspi.Action.get_action_name(actions, i) for i in range(actions.get_n_actions())]


def has(thing, *states):
    return all(thing.get_state_set().contains(state) for state in states)


def is_named(app, thing):
    """An item of a menu is named by its label.

    A row that only holds other rows, and that in which a closed combo box shows its choice, never have the focus.
    """
    return (thing.get_name().strip() or (thing.get_role_name() == 'menu item' and thing.get_relation_set())
            or (thing.get_role_name() == 'list item'
                and (app.look('list item', lambda name: name, root=thing) or is_in_combo(thing))))


def is_in_combo(thing):
    while thing := thing.get_parent():
        if thing.get_role_name() == 'combo box':
            return True
    return False


class Walk:
    """Goes everywhere and gathers what is wrong, so that one run tells all of it."""

    def __init__(self, app):
        self.app = app
        self.problems = set()
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register('object:state-changed:focused')

    def shown(self, thing=None):
        """What is on the screen; what is hidden is not looked into."""
        thing = thing or self.app.root
        yield thing
        for i in range(thing.get_child_count()):
            child = thing.get_child_at_index(i)
            if child and has(child, Atspi.StateType.SHOWING):
                yield from self.shown(child)

    def settle(self, root=None):
        before = []

        def is_same():
            before.append([(thing.get_role_name(), thing.get_name()) for thing in self.shown(root)])
            return len(before) > 1 and before[-1] == before[-2]

        wait(is_same, 'the window to come to rest')

    def check(self, place, root=None):
        self.settle(root)
        for thing in self.shown(root):
            if thing.get_role_name() in INTERACTIVE and not is_named(self.app, thing):
                self.problems.add(f'{place}: a {thing.get_role_name()} without a name')

    def menus(self, place, root=None):
        """Open what opens something: menus and the reasons of figures, one of each name."""
        names = dict.fromkeys(thing.get_name() for thing in self.openers(root))
        for name in names:
            button = wait(lambda: next((thing for thing in self.openers(root) if thing.get_name() == name), None), name)
            button.get_action_iface().do_action(0)
            self.check(f'{place}, {name}', root)
            self.app.press('Escape')
            self.settle(root)

    def openers(self, root):
        """The buttons that open something."""
        return [thing for thing in self.shown(root)
                if 'button' in thing.get_role_name() and has(thing, Atspi.StateType.SENSITIVE, Atspi.StateType.HAS_POPUP)
                and thing.get_action_iface().get_n_actions()]

    def focused_cb(self, event):
        if event.detail1:
            self.focused = event.source

    def next_focus(self):
        """What the Tab key comes to, or None where it stays."""
        self.focused = None
        self.app.press('Tab')
        end = time.monotonic() + 0.5
        while self.focused is None and time.monotonic() < end:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.002)
        return self.focused

    def tabs(self, place, most=80):
        """The Tab key comes round to where it began; where it stops has a name."""
        first = None
        for _ in range(most):
            thing = self.next_focus()
            if thing is None:
                continue
            where = (thing.get_role_name(), thing.get_name(), thing.path)
            if where == first:
                return
            first = first or where
            if not is_named(self.app, thing):
                self.problems.add(f'{place}: the focus stops at a {thing.get_role_name()} without a name')
        self.problems.add(f'{place}: the focus does not come round in {most} steps')

    def view(self, place):
        self.check(place)
        self.menus(place)
        self.tabs(place)

    def dialog(self, action):
        self.app.activate(action.removeprefix('app.')) if action.startswith('app.') else self.app.action(action)
        dialog = wait(lambda: self.app.look('dialog'), action)
        self.check(action, dialog)
        self.menus(action, dialog)
        self.app.press('Escape')
        wait(lambda: not has(dialog, Atspi.StateType.SHOWING) or not self.app.look('dialog'), f'{action} to close')


def show_sample(app):
    """The sample comes in a window of its own; the empty one goes."""
    app.activate('sample')
    wait(lambda: app.root.get_child_count() == 2, 'the window of the sample')
    app.find('list', 'Views')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the empty window to go')


def main():
    app = App(language=LANGUAGE)
    walk = Walk(app)
    app.find('list item', 'Look at the _Sample')
    walk.view('start')
    show_sample(app)
    for action in [name for name in window_actions(app) if name.startswith(VIEW_PREFIX)
                   and name not in ('win.show-service', 'win.show-resource')]:
        app.action(action)
        walk.view(action)
    app.activate('show-service', "<'KAC-03'>")
    app.find('image', 'Demand and capacity')
    walk.view('service')
    for action in [*DIALOGS, *(name for name in window_actions(app) if name.startswith('win.new-') or name == 'win.import')]:
        walk.dialog(action)
    app.close()
    assert not walk.problems, '\n' + '\n'.join(sorted(walk.problems))


main()
