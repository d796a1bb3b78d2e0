"""A long report of 5 000 services: the window shows how far it is and lets it be stopped, and then nothing is left of it."""
import os
import subprocess
import sys
import tempfile
import time

from ui import App, Atspi, wait

LANGUAGE = sys.argv[1]


class BusyComputer:
    """While it lasts the program shares a processor with others that never rest: what takes a second takes some."""

    def __init__(self, app):
        self.app = app

    def bind(self, processors):
        for thread in os.listdir(f'/proc/{self.app.process.pid}/task'):
            os.sched_setaffinity(int(thread), processors)

    def __enter__(self):
        self.processors = os.sched_getaffinity(self.app.process.pid)
        one = {min(self.processors)}
        self.others = [subprocess.Popen([sys.executable, '-c', 'while True: pass'], preexec_fn=lambda: os.sched_setaffinity(0, one))
                       for _ in range(5)]
        self.bind(one)

    def __exit__(self, *_):
        for other in self.others:
            other.kill()
            other.wait()
        self.bind(self.processors)


def cpu_s(app):
    """Seconds for which the program has had the processor."""
    with open(f'/proc/{app.process.pid}/stat', encoding='utf-8') as file:
        fields = file.read().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def rests(app):
    """Wait until nothing is computed any more."""
    def is_idle():
        before = cpu_s(app)
        time.sleep(1)
        return cpu_s(app) - before < 0.05
    wait(is_idle, 'the program to rest')


def quick(app, role, name, root):
    """What stands last in the window is found first: it does not stay."""
    return wait(lambda: next((thing for thing in app.walk_back(root) if thing.get_role_name() == role
                              and thing.get_name() == app.tr(name)), None), f'{role} {name!r}')


def cancel(app, name, root):
    """A bar says how far it is; Cancel takes it away, and then nothing is computed any more."""
    bar = quick(app, 'progress bar', name, root)
    assert 0 <= bar.get_value_iface().get_current_value() < 1
    assert quick(app, 'button', '_Cancel', root).get_action_iface().do_action(0)
    app.gone('progress bar', name)
    rests(app)


def open_reports(app):
    app.action('win.reports')
    dialog = app.find('dialog', 'Reports')
    app.find(name=app.tr('Page %u of %u') % (1, 1), root=dialog)
    return dialog


def test_preview(app, dialog):
    """The pages are stopped where they are, and can be asked for again."""
    app.choose_in_row('Report', app.tr('Full Report'))
    cancel(app, 'The report is being made', dialog)
    app.find(name='The Report Was Not Made', root=dialog)
    app.all_named()
    app.click('button', '_Make It', dialog)
    cancel(app, 'The report is being made', dialog)
    app.find(name='The Report Was Not Made', root=dialog)


def test_export(app, dialog, folder):
    """While the file is made too: the bar goes on, what was there before stays, and nothing lies beside it."""
    path = f'{folder}/pārskats.pdf'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('before')
    app.click('button', '_Export…', dialog)
    app.choose_file('Export as PDF', path, replaces=True)
    bar = quick(app, 'progress bar', 'The report is being made…', dialog).get_value_iface()
    first = wait(bar.get_current_value, 'the bar to begin')
    wait(lambda: bar.get_current_value() > first, 'the bar to go on')
    cancel(app, 'The report is being made…', dialog)
    assert os.listdir(folder) == ['pārskats.pdf'], os.listdir(folder)
    with open(path, encoding='utf-8') as file:
        assert file.read() == 'before'


def test_print(app, dialog, folder):
    """The dialog of the printers comes from the desktop; what is printed into a file lies where the program was started."""
    app.click('button', 'Print', dialog)
    printers = wait(lambda: app.root.get_child_count() == 2 and app.root.get_child_at_index(1), 'the dialog of the printers')
    row = wait(lambda: [thing for thing in app.walk(printers) if thing.get_role_name() == 'table row'][1], 'a file as a printer')
    app.focus(row)
    app.press('space')
    wait(lambda: row.get_state_set().contains(Atspi.StateType.SELECTED), 'the file to be chosen')
    *_, go = (thing for thing in app.walk(printers) if thing.get_role_name() == 'button')
    assert go.get_action_iface().do_action(0), go.get_name()
    wait(lambda: app.root.get_child_count() == 1, 'the dialog of the printers to go')
    (name,) = wait(lambda: os.listdir(folder), 'what was printed')

    def is_whole():
        with open(f'{folder}/{name}', 'rb') as file:
            return file.read().rstrip().endswith(b'%%EOF')
    wait(is_whole, 'the printed page to be whole')


def test_print_cancelled(app, dialog):
    """The pages for the printer are made as those of the preview; its dialog does not come after Cancel."""
    app.click('button', 'Print', dialog)
    cancel(app, 'The report is being made…', dialog)
    assert app.root.get_child_count() == 1


def main():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as printed:
        os.chdir(printed)
        portfolio = f'{folder}/liels.capacity'
        subprocess.run([os.environ['CAPACITY_MAKE_PORTFOLIO'], 'large', portfolio], check=True)
        app = App('--portfolio', portfolio, language=LANGUAGE)
        app.find(name='Services by Verdict')
        dialog = open_reports(app)
        test_print(app, dialog, printed)
        with BusyComputer(app):
            test_preview(app, dialog)
            test_print_cancelled(app, dialog)
        with tempfile.TemporaryDirectory() as place:
            test_export(app, dialog, place)
        app.press('Escape')
        app.gone('dialog', 'Reports')
        app.close()


main()
