"""The program speaks to nothing outside the computer: a whole job, with every socket that it opens written down."""
import os
import re
import shutil
import sys
import tempfile

from ui import App, wait

SERVICE = 'Laulības reģistrēšana'
# The display, the buses and the system's news of network interfaces.
LOCAL = {'AF_UNIX', 'AF_NETLINK'}


def volumes(path):
    """Five years of months, about 25 a month."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(58):
            file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')


def work(app, folder):
    table, paper = f'{folder}/Laulības.csv', f'{folder}/lapa.pdf'
    volumes(table)
    app.find('list item', 'Look at the _Sample')
    app.run('--import', table)
    dialog = app.find('dialog', 'Import Data')
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')
    app.find('grouping', lambda name: name == SERVICE)
    app.enter(app.find('text', 'Regularly'), '20')
    app.find('heading', 'Capacity does not suffice already now.')
    app.action('win.undo')
    app.click('button', 'Export Service Sheet as PDF')
    app.choose_file('Export as PDF', paper)
    wait(lambda: os.path.exists(paper), paper)


def sockets(trace):
    """The families of all sockets, and what is not local as it was written down."""
    with open(trace, encoding='utf-8') as file:
        calls = [line for line in file if re.search(r'\bsocket\(', line)]
    families = [re.search(r'socket\((\w+)', line)[1] for line in calls]
    return families, [line for line, family in zip(calls, families) if family not in LOCAL]


def main():
    if not shutil.which('strace'):
        print('strace is not installed', file=sys.stderr)
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        trace = f'{folder}/trace'
        # Whoever looks for leaks looks into the program as strace does, and there is room for one.
        environment = {'ASAN_OPTIONS': f'{os.environ.get("ASAN_OPTIONS", "")}:detect_leaks=0', 'LD_PRELOAD': ''}
        app = App(language='lv', environment=environment, wrapper=['strace', '-D', '-f', '-e', 'trace=socket', '-o', trace])
        work(app, folder)
        app.close()
        wait(lambda: '+++ exited with 0 +++' in open(trace, encoding='utf-8').read(), 'the trace to end')
        families, foreign = sockets(trace)
        assert 'AF_UNIX' in families, 'nothing was traced'
        assert not foreign, '\n' + ''.join(foreign)


main()
