"""Every view, dialog and menu: a screen reader can name each control, the Tab key comes to each and goes round without a
trap, and F1 opens the page of the help about it."""
import contextlib
import gettext
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from ui import INTERACTIVE, PATIENCE_S, PROGRAM, App, Atspi, GLib, wait
from desktop import Reader

LANGUAGE, *FORM = sys.argv[1:]
SERVICE, RESOURCE = 'KAC-03', 'R-KAC'  # of the sample
COUNTERS = 'R-LOGI'
NAME = 'Konsultācija valsts un pašvaldības vienotajā klientu apkalpošanas centrā'
# What the Tab key comes to by itself: in lists, tables and groups of toggles the arrow keys go on.
STOPS = {'button', 'check box', 'combo box', 'entry', 'link', 'spin button', 'switch', 'text', 'toggle button'}
PARTS = {'image', 'menu item', 'page tab', 'radio button'}
GROUPS = {'combo box', 'list', 'list box', 'menu', 'table', 'tree table', 'radio button', 'page tab list'}


def has(thing, *states):
    return all(thing.get_state_set().contains(state) for state in states)


def is_within(thing, roles):
    while thing := thing.get_parent():
        if thing.get_role_name() in roles:
            return True
    return False


def is_named(app, thing, name=None):
    """A row that only holds other rows, and that in which a closed combo box shows its choice, never have the focus."""
    return ((thing.get_name() if name is None else name).strip()
            or (thing.get_role_name() == 'list item'
                and (app.look('list item', lambda name: name, root=thing) or is_within(thing, {'combo box'}))))


def place_of(thing):
    """What tells a control from another with its name: what is said of it, and what it stands in."""
    name = thing.get_name()
    above = thing
    while (above := above.get_parent()) and above.get_name() in ('', name):
        pass
    return thing.get_description(), above and above.get_name()


def extents_of(thing):
    return Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW)


class Walk:
    """Goes everywhere and gathers what is wrong, so that one run tells all of it."""

    def __init__(self, app, reader):
        self.app = app
        self.reader = reader
        self.problems = set()
        self.stops = []
        # The window's own have keys of their own.
        toolkit = gettext.translation('gtk40', languages=[LANGUAGE], fallback=True)
        self.controls = {form for name in ('Minimize', 'Maximize', 'Close') for form in (name, toolkit.gettext(name))}
        self.listener = Atspi.EventListener.new(self.focused_cb)
        self.listener.register('object:state-changed:focused')

    def shown(self, root=None):
        """What is on the screen; what is hidden is not looked into."""
        root = root or self.app.root
        yield root
        for i in range(root.get_child_count()):
            child = root.get_child_at_index(i)
            if child and has(child, Atspi.StateType.SHOWING):
                yield from self.shown(child)

    def rest(self, root=None):
        """All that is shown, with its role and name, once it has come to rest."""
        before = []

        def is_same():
            before.append([(thing.get_role_name(), thing.get_name(), thing) for thing in self.shown(root)])
            return len(before) > 1 and [part[:2] for part in before[-1]] == [part[:2] for part in before[-2]]

        wait(is_same, 'the window to come to rest')
        return before[-1]

    def check(self, place, root=None):
        things = self.rest(root)
        for role, name, thing in things:
            if role in INTERACTIVE and not is_named(self.app, thing, name):
                self.problems.add(f'{place}: a {role} without a name')
        self.tell_apart(place, things)
        return things

    def tell_apart(self, place, things):
        """What is named alike is described differently, or stands in what is named differently."""
        alike = {}
        for role, name, thing in things:
            if role in STOPS | PARTS:
                alike.setdefault((role, name), {})[thing.path] = thing
        for (role, name), found in alike.items():
            # The switch in a row is named as the row.
            places = [place_of(thing) for thing in found.values() if not is_within(thing, {role})] if len(found) > 1 else []
            if len(set(places)) < len(places):
                self.problems.add(f'{place}: cannot tell apart {len(places)} times {role} {name}')

    def menus(self, place, things):
        """Open what opens something: menus and the reasons of figures, one of each name."""
        openers = {name: thing for role, name, thing in reversed(things) if 'button' in role
                   and has(thing, Atspi.StateType.SENSITIVE, Atspi.StateType.HAS_POPUP) and thing.get_action_iface().get_n_actions()}
        for name, button in openers.items():
            box = extents_of(button)
            if not 0 < box.y + box.height <= extents_of(self.app.window()).height:
                self.app.focus(button)  # a menu opens only where its button is seen
            button.get_action_iface().do_action(0)
            wait(lambda: has(button, Atspi.StateType.PRESSED), f'{place}, {name} to open')
            self.check(f'{place}, {name}', button.get_parent())
            self.app.escape(lambda: not has(button, Atspi.StateType.PRESSED), f'{place}, {name} to close')

    def focused_cb(self, event):
        if event.detail1:
            self.stops.append(event.source)

    def press_tab(self):
        """Return whether the focus went somewhere."""
        before = len(self.stops)
        self.app.press_on('Tab')
        end = time.monotonic() + PATIENCE_S
        while len(self.stops) == before and time.monotonic() < end:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.002)
        return len(self.stops) > before

    def tabs(self, place, things, most=120):
        """The Tab key comes round to where it began, and to all that can be used; where it stops has a name."""
        self.stops = []
        self.app.press('Tab')
        for _ in range(most):
            if self.press_tab() and any(thing.path == self.stops[0].path for thing in self.stops[2:]):
                break
        else:
            self.problems.add(f'{place}: the focus does not come round in {most} steps')
        for thing in self.stops:
            # What scrolls a page without controls is the toolkit's.
            if thing.get_role_name() != 'scroll pane' and not is_named(self.app, thing):
                self.problems.add(f'{place}: the focus stops at a {thing.get_role_name()} without a name')
        reached = {thing.get_name() for thing in self.stops} | self.controls
        for role, name, thing in things:
            if (role in STOPS and name not in reached and has(thing, Atspi.StateType.FOCUSABLE, Atspi.StateType.SENSITIVE)
                    and not is_within(thing, GROUPS)):
                self.problems.add(f'{place}: the Tab key does not come to the {role} {name}')
        if os.environ.get('WALK_ORDER'):
            print(place, [f'{thing.get_role_name()} {thing.get_name()}' for thing in self.stops])

    def look_at(self, place, page=None, root=None):
        things = self.check(place, root)
        self.menus(place, things)
        self.tabs(place, things)
        shown = page and self.reader.page(self.app)  # what is the toolkit's has no page
        if shown != page:
            self.problems.add(f'{place}: F1 opens {shown}, not {page}')

    def find_dialog(self):
        """The dialog in front: it comes last."""
        dialogs = [thing for thing in self.shown(self.app.window()) if thing.get_role_name() in ('dialog', 'alert')]
        return dialogs[-1] if dialogs else None

    def dialog(self, title, page, inside=None):
        """Look at the dialog that opens, at what can be opened from it, and close it."""
        shown = title(self.app) if callable(title) else self.app.tr(title)
        dialog = wait(lambda: (found := self.find_dialog()) and found.get_name() == shown and found, shown)
        self.look_at(shown, page, dialog)
        if inside:
            inside(dialog)
        self.close(dialog, shown, inside is not None)

    def close(self, dialog, place, has_been_left=False):
        """By its button; by the key where there is none, or where another dialog was above."""
        def is_gone():
            try:
                return not has(dialog, Atspi.StateType.SHOWING)
            except GLib.Error:
                return True

        button = None if has_been_left else self.app.look('button', lambda name: name in self.controls, root=dialog)
        if button:
            button.get_action_iface().do_action(0)
            wait(is_gone, f'{place} to close')
        else:
            self.app.escape(is_gone, f'{place} to close')


class NarrowWalk(Walk):
    """Goes everywhere in the narrowest window with the largest text: what does not fit is warned of, which is fatal."""

    def __init__(self, app, reader):
        super().__init__(app, reader)
        self.check_width('start')

    @staticmethod
    def make_narrow():
        folder = os.environ['XDG_CONFIG_HOME']
        with open(f'{os.environ["HOME"]}/.Xdefaults', 'w', encoding='utf-8') as file:
            file.write(f'Xft.dpi: {2 * 96}\n')
        os.makedirs(f'{folder}/glib-2.0/settings', exist_ok=True)
        with open(f'{folder}/glib-2.0/settings/keyfile', 'w', encoding='utf-8') as file:
            file.write('[org/varam/Capacity]\nwindow-width=370\nwindow-height=720\n')

    def check_width(self, place):
        width = extents_of(self.app.window()).width
        if width != 370:
            self.problems.add(f'{place}: {width} px wide')

    def look_at(self, place, page=None, root=None):
        self.menus(place, self.check(place, root))
        self.check_width(place)


def show_sample(app):
    """The sample comes in a window of its own; the empty one goes."""
    app.activate('sample')
    wait(lambda: app.root.get_child_count() == 2, 'the window of the sample')
    app.find(name='Services by Verdict')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the empty window to go')


def choose(app, menu, item):
    app.click('toggle button', menu)
    app.click('menu item', item)


def walk_services(walk, app):
    app.action('win.show-services')
    walk.look_at('Services', 'services')
    app.click('button', 'Choose Services')
    walk.dialog('Show Services', 'services')
    if FORM:
        app.focus(next(thing for role, _, thing in walk.rest() if role == 'list item'))
    else:
        app.focus([thing for role, _, thing in walk.rest() if role == 'table row'][1])  # below the headings
    app.press('ctrl+space', 'F2')
    walk.dialog(lambda app: app.translation.ngettext('Change %u Service', 'Change %u Services', 1) % 1, 'services')


def walk_service(walk, app):
    app.activate('show-service', f"<'{SERVICE}'>")
    app.find('image', 'Demand and capacity')
    walk.look_at('service', 'service')
    choose(app, 'Service Menu', '_Edit…')

    def add_group(dialog):
        app.focus(app.find('list item', 'Recipient Groups', root=dialog))
        app.press('space')
        app.enter(app.find('text', 'Add a Group', root=dialog), 'Gājēji')
        app.focus(app.find('list item', lambda name: name.startswith('Gājēji'), root=dialog))
        app.press('Return')
        walk.dialog('Recipient Group', 'describe-service')

    walk.dialog('Edit Service', 'describe-service', add_group)
    choose(app, 'Service Menu', 'Edit _Volumes…')
    walk.dialog(lambda app: NAME, 'data-quality')
    choose(app, 'Service Menu', '_Known Events…')

    def add(dialog):
        app.click('button', '_Add…', root=dialog)
        walk.dialog('Known Event', 'events')

    walk.dialog('Known Events', 'events', add)
    app.click('button', '_Plan a Change')
    walk.dialog('Change of Capacity', 'capacity')
    app.click('button', 'Add a Need')
    walk.dialog('What a Case Takes', 'resources')
    choose(app, 'Service Menu', 'Capacity _Plan')
    app.find('button', 'Export Plan as PDF')
    walk.look_at('plan', 'plans')


def walk_resources(walk, app):
    app.action('win.show-resources')
    for form in ('What Services Need', 'Use', 'Table'):
        app.click('radio button', form)
        wait(lambda: has(app.find('radio button', form), Atspi.StateType.CHECKED), form)
        walk.look_at(f'Resources, {form}', 'resources')
    app.activate('show-resource', f"<'{RESOURCE}'>")
    app.find('image', 'Need and capacity')
    walk.look_at('resource', 'resources')
    choose(app, 'Resource Menu', '_Edit…')
    walk.dialog('Edit Resource', 'resources')
    app.activate('show-resource', f"<'{COUNTERS}'>")
    app.find('grouping', 'Apkalpošanas logi')
    choose(app, 'Resource Menu', 'Plan _Maintenance…')
    walk.dialog('Maintenance', 'resources')


def walk_roles(walk, app):
    """A role is given to someone; a recipient is a group or an institution, which is a label."""
    vacant = app.tr_in('role', 'Vacant')
    app.focus(app.find('list item', lambda name: vacant in name and ', ' in name))
    app.press('Return')
    walk.dialog('Give a Role', 'roles')


def walk_institution(walk, app):
    app.action('win.institution')
    dialog = app.find('dialog', 'Institution')
    for tab, page, button, title in (
            ('Profile', 'institution', None, None), ('Units', 'institution', '_Add…', 'Unit of the Institution'),
            ('Calendar', 'institution', '_Add…', 'Moved Working Day'), ('Roles', 'roles', None, None),
            ('Events', 'events', '_Add…', 'Known Event')):
        app.click('page tab', tab, root=dialog)
        wait(lambda: has(app.find('page tab', tab, root=dialog), Atspi.StateType.SELECTED), f'the page {tab}')
        walk.look_at(f'Institution, {tab}', page, dialog)
        if button:
            app.click('button', button, root=dialog)
            walk.dialog(title, page)
        if tab == 'Roles':
            walk_roles(walk, app)
    walk.close(dialog, 'Institution', True)


def walk_import(walk, app, folder):
    """What is found in a file, before it is taken in."""
    table = f'{folder}/apjomi.csv'
    with open(table, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n' + ''.join(f'Arhīva izziņa;2025-{i:02d};{20 + i}\n' for i in range(1, 13)))
    app.action('win.import')
    dialog = app.find('dialog', 'Import Data')
    app.click('button', '_Choose Files…', root=dialog)
    app.choose_file('Choose Files', table)
    app.find('label', 'apjomi.csv', root=dialog)
    walk.dialog('Import Data', 'import')


def walk_changes(walk, app, folder):
    """What a colleague sends, before it is applied."""
    changes = f'{folder}/0001-juris.capacity-changes'
    theirs = f'{folder}/theirs.capacity'
    shutil.copy(f'{os.environ["XDG_CACHE_HOME"]}/capacity/sample.capacity', theirs)
    for arguments in (('--service', NAME, '--capacity', '77/month'), ('--export-changes', '2020-01-01', '--output', changes)):
        subprocess.run([PROGRAM, '--portfolio', theirs, *arguments], env=app.environment, check=True, timeout=60)
    app.action('win.apply-changes')
    app.press('slash')
    app.type(app.find('text', root=app.find('dialog', 'Apply Changes')), changes)
    app.press('Return')
    walk.dialog('Apply Changes', 'sharing')


def walk_report_text(walk, app):
    def add_text(dialog):
        if FORM:
            app.click('toggle button', 'Choose Report and Sections', root=dialog)
        app.click('button', lambda name: name.startswith(app.tr('Add Own Text to “%s”').split('%')[0]), root=dialog)
        walk.dialog('Own Text', 'report')

    app.action('win.reports')
    walk.dialog('Reports', 'report', add_text)


def walk_backup(walk, folder):
    """What would come back is looked at before it is restored. The sample has no backups, so it is made one's own."""
    def preview(dialog):
        app.click('button', '_Back Up Now', root=dialog)
        app.focus(app.find('list item', lambda name: any(character.isdigit() for character in name), root=dialog))
        app.press('Return')
        app.find('button', '_Restore', root=dialog)
        walk.look_at('Backups, one of them', 'backups', dialog)
        app.press('Escape')

    own = f'{folder}/own.capacity'
    shutil.copy(f'{os.environ["XDG_CACHE_HOME"]}/capacity/sample.capacity', own)
    with contextlib.closing(sqlite3.connect(own)) as db, db:
        db.execute('UPDATE institution SET is_sample = 0')
    app = walk.app = App('--portfolio', own, language=LANGUAGE)
    app.find('button', lambda name: name.startswith(app.tr('Undo')))
    app.action('win.backups')
    walk.dialog('Backups', 'backups', preview)
    app.close()


def walk_keeping(walk, app):
    for action, title, page in (
            ('win.new-service', 'New Service', 'describe-service'), ('win.new-resource', 'New Resource', 'resources'),
            ('win.import', 'Import Data', 'import'), ('win.history', 'History of Changes', 'undo'),
            ('win.backups', 'Backups', 'backups'), ('win.go-to', 'Go To', 'keyboard')):
        app.action(action)
        if title.startswith('New'):
            # What is new is named at once, in a sheet too.
            wait(lambda: (name := app.look('text', 'Name')) and has(name, Atspi.StateType.FOCUSED), f'the name in {title}')
        walk.dialog(title, page)
    app.action('win.send-changes')
    walk.dialog('Send Changes', 'sharing')
    walk_report_text(walk, app)
    for action, title, page in (('preferences', 'Preferences', 'reminders'), ('shortcuts', 'Keyboard Shortcuts', 'keyboard'),
                                ('about', lambda app: wait(walk.find_dialog, 'the dialog').get_name(), None)):
        app.activate(action)
        walk.dialog(title, page)


def main():
    with tempfile.TemporaryDirectory() as folder:
        if FORM:
            NarrowWalk.make_narrow()
        app = App(language=LANGUAGE)
        walk = (NarrowWalk if FORM else Walk)(app, Reader(folder))
        app.find('list item', 'Look at the _Sample')
        walk.look_at('start', 'first-steps')
        show_sample(app)
        for action, page in (('win.show-overview', 'overview'), ('win.show-plans', 'plans'), ('win.show-data', 'data-quality')):
            app.action(action)
            walk.look_at(action, page)
        walk_services(walk, app)
        walk_service(walk, app)
        walk_resources(walk, app)
        walk_institution(walk, app)
        walk_keeping(walk, app)
        walk_import(walk, app, folder)
        walk_changes(walk, app, folder)
        app.close()
        walk_backup(walk, folder)
    assert not walk.problems, '\n' + '\n'.join(sorted(walk.problems))


main()
