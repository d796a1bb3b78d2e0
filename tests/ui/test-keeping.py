"""Nothing is lost: history, backups, a damaged portfolio, and changes of a colleague."""
import contextlib
import csv
import fcntl
import getpass
import glob
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from ui import PROGRAM, App, Atspi, wait

SERVICE = 'Laulības reģistrēšana'
LANGUAGE = sys.argv[1]
HOME = os.environ['XDG_DATA_HOME']
PORTFOLIO = f'{HOME}/capacity/portfolio.capacity'


def run(*arguments):
    """The program without a window, speaking English."""
    subprocess.run([PROGRAM, *arguments], check=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'},
                   stderr=subprocess.DEVNULL)


def make_portfolio(folder):
    table = f'{folder}/Laulības.csv'
    with open(table, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(36):
            file.write(f'{SERVICE};{2023 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')
    run('--import', table, '--service', SERVICE, '--capacity', '60/month', '--unit', 'pieteikumi')


def show_service(app):
    app.activate('show-service', f"<'{SERVICE}'>")
    app.find('grouping', lambda name: name == SERVICE)


def set_capacity(app, number):
    entry = app.find('text', 'Regularly')
    app.enter(entry, number)
    wait(lambda: app.text(app.find('text', 'Regularly')) == number, number)


def is_capacity(app, number):
    wait(lambda: app.text(app.find('text', 'Regularly')).split()[0] == number, f'a capacity of {number}')


def ask(path, sql):
    """What the file says, without changing it."""
    connection = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def authors(path=PORTFOLIO):
    return [who for who, in ask(path, 'SELECT who FROM action ORDER BY number')]


def call_me(app, name):
    app.activate('preferences')
    dialog = app.find('dialog', 'Preferences')
    app.type(app.find('text', 'Your Name', root=dialog), name)
    app.press('Escape')
    app.gone('dialog', 'Preferences')


def test_name(app):
    """Changes stand under the name in the preferences, and under that of the system where there is none."""
    show_service(app)
    call_me(app, 'Anna Bērziņa')
    set_capacity(app, '58')
    wait(lambda: authors()[-1] == 'Anna Bērziņa', 'the name in the history')
    app.action('win.history')
    dialog = app.find('dialog', 'History of Changes')
    app.choose(app.tr('Everyone'), 'Anna Bērziņa')
    app.gone('list item', app.tr('Import “%s”') % 'Laulības.csv')
    app.find('list item', app.tr('Change Capacity of “%s”') % SERVICE, root=dialog)
    app.press('Escape')
    app.gone('dialog', 'History of Changes')
    call_me(app, ' ')
    set_capacity(app, '60')
    wait(lambda: authors()[-1] == getpass.getuser(), 'the name of the system')


def send(app, since, path):
    """Ask for what was changed since a day."""
    app.enter(app.find('text', 'Since'), since)
    wait(lambda: app.root.get_child_count() == 2, 'the file dialog')
    app.press('slash')
    app.type(app.find('text', root=app.root.get_child_at_index(1)), path)
    app.press('Return')
    wait(lambda: app.root.get_child_count() == 1, 'the file dialog to go')


def test_sent(app, folder):
    """A colleague gets a file of what was changed since a day, if anything was."""
    path = f'{folder}/izmaiņas.capacity-changes'
    app.action('win.send-changes')
    app.find('dialog', 'Send Changes')
    app.enter(app.find('text', 'Since'), 'vakar')
    app.type(app.find('text', 'Write a date, such as 23.11.2026.'), '')
    send(app, '31.12.2099.', path)
    app.type(app.find('text', 'Nothing was changed since then.'), '')
    send(app, '1.1.2020.', path)
    app.gone('dialog', 'Send Changes')
    assert os.path.getsize(path) > 0


@contextlib.contextmanager
def room(app, size):
    """Meanwhile no file can be written beyond that size."""
    before = resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, before)


def test_change_without_room(app):
    """What could not be written is told and not shown as done; the next change is."""
    before = ask(PORTFOLIO, 'SELECT number, state FROM action')
    with room(app, 0):
        app.enter(app.find('text', 'Regularly'), '61')
        app.find(name='The Capacity Was Not Changed')
        app.find(name='The system could not read or write the file. Try again; if that fails too, the disk or the '
                      'connection to it may be broken.')
    app.press('Escape')
    app.gone(None, 'The Capacity Was Not Changed')
    assert ask(PORTFOLIO, 'SELECT number, state FROM action') == before
    set_capacity(app, '62')
    wait(lambda: len(authors()) == len(before) + 1, 'the change')
    app.action('win.undo')
    is_capacity(app, '60')


def test_history(app):
    app.action('win.history')
    dialog = app.find('dialog', 'History of Changes')
    imported = app.tr('Import “%s”') % 'Laulības.csv'
    changed = app.tr('Change “%s”') % SERVICE
    app.find('list item', imported, root=dialog)
    app.find('list item', changed, root=dialog)
    app.all_named()
    app.type(app.find(name='Search', root=dialog, interface='EditableText'), 'Laulības.csv')
    app.gone('list item', changed)
    app.focus(app.find('list item', imported, root=dialog))
    app.press('Return')
    app.find('list item', lambda name: name.startswith(SERVICE), root=dialog)
    app.press('Escape')
    app.gone('dialog', 'History of Changes')
    return imported


def test_history_exported(app, imported, folder):
    """What was found is exported field by field, with who did it."""
    table = f'{folder}/vēsture.csv'
    app.action('win.history')
    dialog = app.find('dialog', 'History of Changes')
    app.type(app.find(name='Search', root=dialog, interface='EditableText'), 'Laulības.csv')
    app.gone('list item', app.tr('Change “%s”') % SERVICE)
    app.click('button', 'Export as CSV', root=dialog)
    app.choose_file('Export History', table)
    wait(lambda: os.path.exists(table) and os.path.getsize(table), 'the history')
    with open(table, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file, delimiter=';'))
    assert rows[0][:3] == [app.tr('When'), app.tr_in('column', 'Who'), app.tr('What')], rows[0]
    assert len(rows) > 1 and all(len(row) == 8 for row in rows), rows
    assert {(row[1], row[2]) for row in rows[1:]} == {(getpass.getuser(), imported)}, rows
    app.press('Escape')  # clears the search
    app.find('list item', app.tr('Change “%s”') % SERVICE, root=dialog)
    app.press('Escape')
    app.gone('dialog', 'History of Changes')


def test_history_without_room(app, imported, folder):
    """The file that was there stays, and the window says why there is no new one."""
    table = f'{folder}/vēsture.csv'
    with open(table, 'w', encoding='utf-8') as file:
        file.write('before')
    app.action('win.history')
    dialog = app.find('dialog', 'History of Changes')
    app.find('list item', imported, root=dialog)
    with room(app, 2000):  # enough for the settings that the file dialog writes
        app.click('button', 'Export as CSV', root=dialog)
        app.choose_file('Export History', table, replaces=True)
        app.find(name='The History Was Not Exported')
    with open(table, encoding='utf-8') as file:
        assert file.read() == 'before'
    app.press('Escape')
    app.press('Escape')
    app.gone('dialog', 'History of Changes')


def open_backups(app):
    dialog = app.find('dialog', 'Backups')
    return app.find('list item', lambda name: name.startswith('20') or '.20' in name or '/20' in name, root=dialog)


def test_restore(app):
    """Made by hand, gone back to, and the going back undone."""
    app.action('win.backups')
    app.click('button', '_Back Up Now')
    open_backups(app)
    app.all_named()
    app.click('button', '_Back Up Now')
    app.toast('The latest backup holds what is here now')
    app.press('Escape')  # closes the toast
    app.press('Escape')
    app.gone('dialog', 'Backups')
    show_service(app)
    set_capacity(app, '45')
    app.action('win.backups')
    app.focus(open_backups(app))
    app.press('Return')
    app.find('list item', lambda name: name.startswith(SERVICE))
    app.all_named()
    app.click('button', '_Restore')
    app.gone('dialog', 'Backups')
    app.toast('_Undo')
    is_capacity(app, '60')
    app.action('win.undo')
    is_capacity(app, '45')


def test_damaged(app):
    """The way from the damaged portfolio leads to the backups, and from there to the data."""
    app.find('button', 'Restore a _Backup…')
    app.click('button', 'Restore a _Backup…')
    app.focus(open_backups(app))
    app.press('Return')
    app.click('button', '_Restore')
    app.find('list', 'Views')
    show_service(app)
    is_capacity(app, '45')
    assert os.path.exists(PORTFOLIO + '.damaged')


def make_changes(folder):
    """A colleague changes the same capacity and something else."""
    theirs = f'{folder}/theirs.capacity'
    changes = f'{folder}/0001-juris.capacity-changes'
    shutil.copy(PORTFOLIO, theirs)
    run('--portfolio', theirs, '--service', SERVICE, '--capacity', '77/month')
    run('--portfolio', theirs, '--export-changes', '2020-01-01', '--output', changes)
    return changes


def test_merge(app, changes):
    show_service(app)
    set_capacity(app, '50')
    app.action('win.apply-changes')
    app.choose_file('Apply Changes', changes)
    dialog = app.find('dialog', 'Apply Changes')
    app.find('combo box', lambda name: name.startswith(SERVICE), root=dialog)
    app.all_named()
    app.choose_in_row(lambda name: name.startswith(SERVICE), lambda text: app.tr('Theirs') in text)
    app.click('button', '_Apply', root=dialog)
    app.gone('dialog', 'Apply Changes')
    is_capacity(app, '77')
    app.action('win.undo')
    is_capacity(app, '50')


def test_held():
    """Another computer has it open: it can be read, and who holds it is told."""
    with open(PORTFOLIO + '-lock', 'w', encoding='utf-8') as lock:
        lock.write('anna, pc-12\n')
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        app = App(language=LANGUAGE)
        app.find('list', 'Views')
        app.find(name=app.tr('This portfolio can only be read: it is open elsewhere (%s)') % 'anna, pc-12')
        # A plan takes no words that would be lost.
        app.action('win.show-plans')
        app.focus(app.find('list item', lambda name: name.startswith(app.tr('The Institution'))))
        app.press('Return')
        for name in ('Recommendation', 'Decided By'):
            field = app.find(name=name, interface='Text')
            wait(lambda: not field.get_state_set().contains(Atspi.StateType.EDITABLE), f'{name} not to be editable')
        app.close()


def test_synchronised(folder):
    """A copy to work on is offered of one in a folder that is synchronised; what is changed then is the copy."""
    place = f'{folder}/Nextcloud/portfolio.capacity'
    copy = f'{HOME}/capacity/portfolios/portfolio.capacity'
    os.mkdir(os.path.dirname(place))
    shutil.copy(PORTFOLIO, place)
    before = ask(place, 'SELECT number, state FROM action')
    app = App('--portfolio', place, language=LANGUAGE)
    app.find('list', 'Views')
    banner = 'This portfolio lies in a synchronised folder, where it can be damaged'
    app.find(name=banner)
    app.click('button', '_Work on a Copy')
    app.gone(None, banner)
    assert app.root.get_child_count() == 1, app.tree()
    show_service(app)
    is_capacity(app, '45')
    set_capacity(app, '46')
    wait(lambda: len(ask(copy, 'SELECT number FROM action')) == len(before) + 1, 'the change in the copy')
    assert ask(place, 'SELECT number, state FROM action') == before
    assert os.listdir(os.path.dirname(place)) == ['portfolio.capacity']
    app.close()


def main():
    with tempfile.TemporaryDirectory() as folder:
        make_portfolio(folder)
        app = App(language=LANGUAGE, wrapper=['env', '--ignore-signal=XFSZ'])
        app.find('list', 'Views')
        history = test_history(app)
        test_name(app)
        test_change_without_room(app)
        test_history_exported(app, history, folder)
        test_history_without_room(app, history, folder)
        test_restore(app)
        app.close()
        latest = max(glob.glob(f'{HOME}/capacity/backups/*/*.capacity'))
        assert ask(latest, 'SELECT number, state FROM action') == ask(PORTFOLIO, 'SELECT number, state FROM action')

        with open(PORTFOLIO, 'r+b') as file:
            file.seek(4096)
            file.write(b'\0' * 30000)
        app = App(language=LANGUAGE)
        test_damaged(app)
        app.close()

        test_held()
        test_synchronised(folder)
        changes = make_changes(folder)
        app = App(language=LANGUAGE)
        app.find('list', 'Views')
        test_merge(app, changes)
        test_sent(app, folder)
        app.close()


main()
