# Copyright The Capacity developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is saved: its folder can be shown; where the disk is full, the window says so and what to do, and nothing is left."""
import os
import subprocess
import sys
import tempfile

from ui import App, wait
from desktop import Folders

LANGUAGE = sys.argv[1]
FULL = 'mount -t tmpfs -o size=8k,mode=700 none "$0" && exec "$@"'


def can_mount(folder):
    return subprocess.run(['unshare', '-m', 'sh', '-c', FULL, folder, 'true'], capture_output=True).returncode == 0


def export(app, path):
    dialog = app.find('dialog', 'Reports')
    app.find(name=app.tr('Page %u of %u') % (1, 1), root=dialog)
    app.click('button', '_Export…', dialog)
    app.choose_file('Export as PDF', path)


def test_folder(app, folder, folders):
    """The file is there, and the button of the toast asks the desktop for its folder."""
    path = f'{folder}/lapa.pdf'
    export(app, path)
    app.toast(app.tr('“%s” saved') % 'lapa.pdf')
    assert open(path, 'rb').read(5) == b'%PDF-'
    app.click('button', 'Show in _Folder')
    wait(lambda: folders.n_asked == 1, 'the folder to be asked for')


def test_full(app, full):
    """What went wrong and what to do stands in a dialog; no half of a file lies there."""
    export(app, f'{full}/lapa.pdf')
    app.find('alert', 'The Report Could Not Be Saved')
    app.find(name='There is no room left on the disk. Make room and try again.')
    assert os.listdir(f'/proc/{app.process.pid}/root{full}') == []
    app.all_named()
    app.click('button', '_Close')
    app.gone('alert', 'The Report Could Not Be Saved')
    app.find('dialog', 'Reports')


def main():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as full:
        portfolio = f'{folder}/paraugs.capacity'
        subprocess.run([os.environ['CAPACITY_MAKE_PORTFOLIO'], 'sample', portfolio], check=True)
        fills = can_mount(full)
        folders = Folders()
        app = App('--portfolio', portfolio, language=LANGUAGE,
                  wrapper=('unshare', '-m', 'sh', '-c', FULL, full) if fills else ())
        app.find(name='Services by Verdict')
        app.action('win.reports')
        test_folder(app, folder, folders)
        if fills:
            test_full(app, full)
        app.press('Escape')
        app.gone('dialog', 'Reports')
        app.close()


main()
