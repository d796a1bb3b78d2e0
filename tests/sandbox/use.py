#!/usr/bin/env python3
"""use DIR: use the installed Flatpak in its sandbox; files come and go through the portal, whose folder is in DIR."""
import os
import subprocess
import sys
import time

os.environ.setdefault('CAPACITY_PROGRAM', 'flatpak')
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))

from ui import App, Atspi, wait  # noqa: E402  it needs the environment above

(WORK,) = sys.argv[1:]
ID = os.environ['CAPACITY_ID']
SERVICE = 'Laulības reģistrēšana'
KEPT = os.environ['KEPT_SERVICE']  # what the build before this one has written
PORTAL = 'xdg-desktop-portal-gtk'


def applications():
    desktop = Atspi.get_desktop(0)
    return [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]


class SandboxApp(App):
    """The program in its sandbox: its processes have other numbers there, so it is known by its name."""

    def __init__(self):
        super().__init__('run', ID, language='lv', program='flatpak')

    def _look_for_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        return next((app for app in applications()
                     if app and app.get_name() in ('capacity', ID) and app.get_child_count()), None)

    def look(self, role=None, *args, **kwargs):
        """An older library of the accessibility bus calls a button by its older name."""
        return super().look(role, *args, **kwargs) or (role == 'button' and super().look('push button', *args, **kwargs)) or None

    def press(self, *keys, window='capacity'):
        ids = wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', window],
                                          capture_output=True, text=True).stdout.split(), f'the window of {window}')
        subprocess.run(['xdotool', 'windowfocus', '--sync', ids[-1], 'key', *keys], check=True)

    def choose_in_portal(self, path, accept):
        """The dialog belongs to another program outside the sandbox."""
        portal = wait(lambda: next((app for app in applications() if app and PORTAL in app.get_name().lower()
                                    and app.get_child_count()), None), 'the dialog of the portal')
        self.press('slash', window=PORTAL)
        entry = wait(lambda: next((thing for thing in self.walk(portal) if thing.get_role_name() == 'text'
                                   and thing.get_state_set().contains(Atspi.StateType.SHOWING)), None), 'the entry of the portal')
        self.type(entry, path)
        time.sleep(0.5)  # the dialog reads the folder before it knows the file
        self.click('button', accept, root=portal)
        wait(lambda: portal.get_child_count() == 0, 'the dialog of the portal to go')


def picture(name):
    subprocess.run(['import', '-window', 'root', f'{WORK}/{name}.png'], check=False)


def import_volumes(app, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(58):
            file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')
    app.action('win.import')
    dialog = app.find('dialog', 'Import Data')
    app.click('button', '_Choose Files…', root=dialog)
    app.choose_in_portal(path, '_Open')
    app.find('label', os.path.basename(path), root=dialog)
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')


def show_service(app, service):
    app.action('win.show-services')
    app.activate('show-service', f"<'{service}'>")
    app.find('grouping', lambda name: name == service)


def export_sheet(app, path):
    if os.path.exists(path):
        os.remove(path)
    app.click('button', 'Export Service Sheet as PDF')
    app.choose_in_portal(path, '_Save')
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 10000, path)
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    assert SERVICE in text and 'Pieprasījums' in text, text[:1000]


def main():
    documents = f'{WORK}/home/Dokumenti'
    os.makedirs(documents, exist_ok=True)
    app = SandboxApp()
    try:
        show_service(app, KEPT)
        import_volumes(app, f'{documents}/Laulības.csv')
        show_service(app, SERVICE)
        export_sheet(app, f'{documents}/lappuse.pdf')
        picture('used')
    except BaseException:
        picture('failed')
        for root in applications():
            print('\n'.join(app.tree(root)))
        raise
    finally:
        subprocess.run(['flatpak', 'kill', ID], check=False)
        app.process.wait()


main()
