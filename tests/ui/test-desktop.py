"""On the desktop: found by the shell's search, telling what needs attention, opening files from elsewhere."""
import os
import shutil
import subprocess
import sys
import tempfile

from ui import PROGRAM, App, Atspi, wait
from desktop import Desktop, call
from gi.repository import GLib

LANGUAGE = sys.argv[1]
SERVICE = 'Laulības reģistrēšana'
SEARCH = ('/org/varam/Capacity/SearchProvider', 'org.gnome.Shell.SearchProvider2')
ENVIRONMENT = {**os.environ, 'LC_ALL': {'en': 'C.UTF-8', 'lv': 'lv_LV.UTF-8'}[LANGUAGE], 'LANGUAGE': LANGUAGE}
OWN = f'{os.environ["XDG_DATA_HOME"]}/capacity/portfolio.capacity'


def command(*arguments):
    subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, check=True, timeout=60, stderr=subprocess.DEVNULL)


def setting(key, value):
    subprocess.run(['gsettings', 'set', 'org.varam.Capacity', key, value], check=True, timeout=30)


def make_portfolio(folder):
    table = f'{folder}/apjomi.csv'
    with open(table, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(58):
            file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')
    command('--import', table, '--service', SERVICE, '--capacity', '32/month')


class ActivatedApp(App):
    """The program as the session bus has started it."""

    def __init__(self, language):
        super().__init__('--version', language=language)
        self.process.wait()
        self.process.pid = self.root.get_process_id()

    def _look_for_root(self):
        desktop = Atspi.get_desktop(0)
        apps = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        return next((app for app in apps if app and app.get_name() == 'capacity' and app.get_child_count()), None)


def test_search():
    (found,) = call(*SEARCH, 'GetInitialResultSet', GLib.Variant('(as)', (['laulibas', 'reg'],)), '(as)')
    assert len(found) == 1, found
    assert call(*SEARCH, 'GetSubsearchResultSet', GLib.Variant('(asas)', (found, ['nekas'])), '(as)') == ([],)
    ((meta,),) = call(*SEARCH, 'GetResultMetas', GLib.Variant('(as)', (found,)), '(aa{sv})')
    assert meta['id'] == found[0] and meta['name'] == SERVICE, meta
    call(*SEARCH, 'ActivateResult', GLib.Variant('(sasu)', (found[0], ['laulibas'], 0)))
    app = ActivatedApp(LANGUAGE)
    app.find('grouping', lambda name: name == SERVICE)
    call(*SEARCH, 'LaunchSearch', GLib.Variant('(asu)', (['laul'], 0)))
    entry = app.find('entry', 'Search services')
    wait(lambda: app.text(entry) == 'laul', 'the words in the search')
    return app


def test_background(app, desktop):
    """The switch in the preferences asks for leave to start when the user signs in, and says what holds without it."""
    app.activate('preferences')
    name = app.tr('_Report Every Month')
    switch = wait(lambda: next((thing for thing in app.walk() if thing.get_role_name() == 'check box' and thing.get_name() == name
                                and thing.get_action_iface().get_n_actions()), None), name)
    app.all_named()
    switch.get_action_iface().do_action(0)
    wait(lambda: desktop.background, 'the portal to be asked')
    assert desktop.background[0]['autostart'] and desktop.background[0]['commandline'] == ['capacity', '--check']
    assert saved('monthly-report') == 'true'
    desktop.answer(leave=False)
    switch.get_action_iface().do_action(0)
    wait(lambda: len(desktop.background) == 2, 'the portal to be told')
    assert not desktop.background[1]['autostart']
    refused = 'The overview page, as PDF, when you first open the program in a month'
    assert not app.look(name=refused)
    switch.get_action_iface().do_action(0)
    app.find(name=refused)
    desktop.answer(leave=True)
    switch.get_action_iface().do_action(0)
    wait(lambda: len(desktop.background) == 4, 'the portal to be told again')
    switch.get_action_iface().do_action(0)
    app.find(name='The overview page, as PDF, when you first sign in in a month')
    assert not app.look(name=refused)


def quit_and_wait(app):
    app.press('Escape')
    app.gone('dialog', 'Preferences')
    app.activate('quit')
    wait(lambda: not bus_has('org.varam.Capacity'), 'the program to end', 30)


def bus_has(name):
    answer = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/', '--method',
                             'org.freedesktop.DBus.NameHasOwner', name], capture_output=True, text=True, check=True)
    return 'true' in answer.stdout


def test_attention(desktop, folder):
    """A capacity that no longer suffices is told once, and again when asked for; the report of the month is written."""
    setting('monthly-report', 'true')
    setting('monthly-report-folder', folder)
    command('--service', SERVICE, '--capacity', '20/month')
    command('--check')
    (name,) = [key for key in desktop.notices if key not in ('report', 'attention')]
    notice = desktop.notices[name]
    assert notice['title'] == SERVICE and notice['body'], notice
    assert notice['default-action'] == 'app.show' and notice['default-action-target'] == name, notice
    assert [button['action'] for button in notice['buttons']] == ['app.show', 'app.remind'], notice
    assert 'report' in desktop.notices, desktop.notices.keys()
    reports = [file for file in os.listdir(folder) if file.endswith('.pdf')]
    assert len(reports) == 1, reports

    desktop.forget()
    command('--check')
    assert not desktop.notices, desktop.notices
    call('/org/varam/Capacity', 'org.gtk.Actions', 'Activate', GLib.Variant('(sava{sv})', ('remind', [GLib.Variant('s', name)], {})))
    wait(lambda: not bus_has('org.varam.Capacity'), 'the program to end by itself', 30)
    command('--check')
    assert name in desktop.notices and 'report' not in desktop.notices, desktop.notices.keys()


def test_report_at_start(desktop):
    """Where the desktop starts nothing by itself, the report is written when the window is opened in a new month."""
    desktop.forget()
    setting('monthly-report-done', '2026-01')
    app = App(language=LANGUAGE)
    wait(lambda: 'report' in desktop.notices, 'the report of the month')
    assert [button['action'] for button in desktop.notices['report']['buttons']] == ['app.open-report'], desktop.notices
    app.close()


def saved(key):
    return subprocess.run(['gsettings', 'get', 'org.varam.Capacity', key], capture_output=True, text=True, check=True).stdout.strip()


def columns(app):
    """The menu of the table of services: its items, by the text they show."""
    app.click('toggle button', 'Order, Groups and Columns')
    return lambda name: app.click('menu item', name)


def test_place_is_kept():
    """The window comes back as large as it was, with the view, the order, the columns and the page that were open."""
    setting('services-hidden-columns', "['department']")
    before = saved('window-width')
    app = App(language=LANGUAGE)
    app.action('win.show-services')
    app.find(name='Code')
    (window,) = wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)],
                                            capture_output=True, text=True).stdout.split(), 'the window on the display')
    subprocess.run(['xdotool', 'windowsize', window, '1200', '900'], check=True)
    wait(lambda: saved('window-width') != before, 'the width to be remembered')
    width = saved('window-width')
    choose = columns(app)
    choose('_Sort')
    choose('Queue')
    wait(lambda: saved('services-order') == "('queue', false)", 'the order to be remembered')
    app.close()
    assert saved('last-view') == "'services'", saved('last-view')

    app = App(language=LANGUAGE)
    app.find(name='Code')
    choose = columns(app)
    choose('_Sort')
    queue = app.find('menu item', 'Queue')
    assert queue.get_state_set().contains(Atspi.StateType.CHECKED)
    app.press('Escape')
    app.activate('show-service', f"<'{SERVICE}'>")
    app.find('grouping', lambda name: name == SERVICE)
    app.close()
    assert saved('window-width') == width, saved('window-width')
    assert saved('services-order') == "('queue', false)", saved('services-order')

    app = App(language=LANGUAGE)
    app.find('grouping', lambda name: name == SERVICE)
    app.close()


def test_foreign(folder):
    """A portfolio from elsewhere is opened as a copy; a bad one is not opened, and leaves nothing behind."""
    foreign = f'{folder}/kaimiņi.capacity'
    shutil.copy(OWN, foreign)
    before = open(foreign, 'rb').read()
    app = App(foreign, language=LANGUAGE)
    app.find('label', 'This is a copy. The file you opened stays as it is.')
    copy = f'{os.path.dirname(OWN)}/kaimiņi.capacity'
    assert os.path.exists(copy) and open(foreign, 'rb').read() == before
    recent = subprocess.run(['gsettings', 'get', 'org.varam.Capacity', 'recent-portfolios'], capture_output=True, text=True).stdout
    assert copy in recent, recent
    app.click('button', '_Got It')
    app.gone('label', 'This is a copy. The file you opened stays as it is.')

    bad = f'{folder}/slikts.capacity'
    with open(bad, 'w', encoding='utf-8') as file:
        file.write('This is no portfolio.')
    app.run(bad)
    app.find('alert', 'Portfolio Not Opened')
    assert not os.path.exists(f'{os.path.dirname(OWN)}/slikts.capacity')
    app.process.terminate()
    app.process.wait()


def main():
    # The bus starts the program in the language of the session.
    subprocess.run(['dbus-update-activation-environment', *(f'{key}={ENVIRONMENT[key]}' for key in ('LC_ALL', 'LANGUAGE'))],
                   check=True)
    desktop = Desktop()
    with tempfile.TemporaryDirectory() as folder:
        make_portfolio(folder)
        app = test_search()
        test_background(app, desktop)
        quit_and_wait(app)
        test_attention(desktop, folder)
        test_report_at_start(desktop)
        test_place_is_kept()
        test_foreign(folder)


main()
