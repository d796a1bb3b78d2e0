# Copyright The Capacity developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, as a scheduled job uses it: real files, wrong files, exit status and messages. Prints TAP."""
import contextlib
import hashlib
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'ui'))

from tables import volumes, write_csv, write_ods, write_xlsx  # noqa: E402  it lies beside the tests of the window

PROGRAM = os.environ['CAPACITY_PROGRAM']
SHARED = pathlib.Path(os.environ.get('CAPACITY_SHARED', '/nonexistent'))
SERIES = SHARED / 'data' / 'series'
CASES = []


class Skip(Exception):
    pass


def case(function):
    CASES.append(function)
    return function


class Place:
    """A folder of its own with a portfolio that may be there."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix='command-'))
        self.portfolio = self.path / 'portfolio.capacity'

    def run(self, *arguments, language='en', timeout=60, room=None):
        """With so many bytes of room for any file, where that is said."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        locale = {'en': 'C.UTF-8', 'lv': 'lv_LV.UTF-8'}[language]
        environment = dict(os.environ, LC_ALL=locale, LANGUAGE=language, HOME=str(self.path),
                           XDG_DATA_HOME=str(self.path / 'data'), GSETTINGS_BACKEND='memory')
        environment.pop('DISPLAY', None)
        environment.pop('WAYLAND_DISPLAY', None)
        done = subprocess.run([PROGRAM, '--portfolio', str(self.portfolio), *map(str, arguments)], cwd=self.path,
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout,
                              preexec_fn=limit if room is not None else None)
        return done.returncode, done.stderr.decode('utf-8')

    def file(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    def digest(self):
        return hashlib.sha256(self.portfolio.read_bytes()).hexdigest() if self.portfolio.exists() else None

    def content(self):
        """What the portfolio says once it is opened: what could not be undone for want of room is undone then."""
        with contextlib.closing(sqlite3.connect(self.portfolio)) as database:
            return list(database.iterdump())


def months(n, value=lambda i: 100 + i % 12):
    rows = [f'{2021 + (10 + i) // 12}-{(10 + i) % 12 + 1:02d};{value(i)}' for i in range(n)]
    return 'Mēnesis;Pieteikumi\n' + '\n'.join(rows) + '\n'


def words_of(pdf):
    if shutil.which('pdftotext') is None:
        raise Skip('pdftotext is not here')
    return subprocess.run(['pdftotext', '-enc', 'UTF-8', str(pdf), '-'], capture_output=True, check=True).stdout.decode('utf-8')


def check(condition, *said):
    if not condition:
        raise AssertionError(' '.join(map(str, said)))


@case
def help_names_the_options(place):
    for language, word in (('en', 'Usage'), ('lv', 'ietojum')):
        done = subprocess.run([PROGRAM, '--help'], capture_output=True, stdin=subprocess.DEVNULL, timeout=20,
                              env=dict(os.environ, LC_ALL={'en': 'C.UTF-8', 'lv': 'lv_LV.UTF-8'}[language], LANGUAGE=language))
        text = done.stdout.decode('utf-8')
        check(done.returncode == 0, done)
        for option in ('--portfolio', '--import', '--service', '--capacity', '--report'):
            check(option in text, option, 'is not in', text)


@case
def whole_job_in_one_command(place):
    volumes = place.file('volumes.csv', months(60))
    for language, sentence in (('en', 'Capacity suffices'), ('lv', 'Veiktspējas pietiek')):
        report = place.path / f'{language}.pdf'
        status, said = place.run('--import', volumes, '--service', 'Dzīvesvietas deklarēšana', '--capacity', '150/month',
                                 '--as-of', '2026-11-23', '--report', report, language=language)
        check(status == 0, status, said)
        check(sentence in said, said)
        check(report.read_bytes().startswith(b'%PDF-'), 'no PDF')
        text = words_of(report)
        check('Dzīvesvietas deklarēšana' in text, text)


@case
def too_little_capacity_is_said(place):
    volumes = place.file('volumes.csv', months(60))
    status, said = place.run('--import', volumes, '--service', 'Pases', '--capacity', '90/month', '--as-of', '2026-11-23')
    check(status == 0 and 'does not suffice already now' in said, status, said)


@case
def quarters_are_judged(place):
    rows = ''.join(f'{2022 + i // 4}Q{i % 4 + 1};{500 + i}\n' for i in range(18))
    status, said = place.run('--import', place.file('quarters.csv', 'Ceturksnis;Pieteikumi\n' + rows), '--service', 'Pases',
                             '--capacity', '200/month')
    check(status == 0 and 'against 200 that can be delivered: 86' in said, status, said)


@case
def next_month_the_same_again(place):
    status, said = place.run('--import', place.file('a.csv', months(59)), '--service', 'Pases', '--capacity', '150/month')
    check(status == 0, said)
    status, said = place.run('--import', place.file('b.csv', months(60)), '--service', 'Pases', '--capacity', '150/month',
                             '--report', place.path / 'next.pdf')
    check(status == 0, said)
    status, said = place.run('--service', 'pases', '--report', place.path / 'again.pdf')
    check(status == 0, said)


@case
def real_daily_calls(place):
    path = SERIES / 'vancouver_311_contact_centre_daily.csv'
    if not path.exists():
        raise Skip('the file is not here')
    status, said = place.run('--import', path, '--service', 'Tālruņa konsultācija', '--capacity', '45000/month',
                             '--as-of', '2024-10-15', '--report', place.path / 'calls.pdf', language='lv')
    check(status == 0, status, said)
    check('07.03.2010.' in said and '08.03.2013.' in said, 'the missing days are not named', said)
    check('Tālruņa konsultācija' in words_of(place.path / 'calls.pdf'))


@case
def real_long_form(place):
    path = SERIES / 'england_ae_attendances_by_provider.csv'
    if not path.exists():
        raise Skip('the file is not here')
    status, said = place.run('--import', path, '--as-of', '2019-04-15', '--report', place.path / 'all.pdf')
    check(status == 0, status, said)
    check('428 services added' in said, said)
    check(place.run('--service', 'RF4 · 1', '--capacity', '25000/month', '--as-of', '2019-04-15')[0] == 0)


@case
def real_windows_1257(place):
    path = SERIES / 'lv_cp1257_monthly_calls.csv'
    if not path.exists():
        raise Skip('the file is not here')
    status, said = place.run('--import', path, '--service', 'Tālruņa konsultācija', '--capacity', '45000/month',
                             '--as-of', '2024-10-15', language='lv')
    check(status == 0, status, said)
    check('kopsumm' in said, 'the totals are not named', said)
    check('Tālruņa konsultācija' in said, said)


BAD = {
    'empty.csv': b'',
    'text.csv': 'Labdien!\nŠis nav saraksts ar skaitļiem.\n',
    'one-column.csv': 'Nosaukums\nPases\nAtļaujas\n',
    'one-row.csv': 'Mēnesis;Pieteikumi\n',
    'binary.csv': bytes(range(256)) * 40,
    'picture.csv': b'\x89PNG\r\n\x1a\n' + bytes(2000),
    'no-such-date.csv': months(20) + '31.02.2026.;5\n',
    'huge-number.csv': months(20) + '2026-11;1e999\n',
    'negative.csv': months(20) + '2026-11;-5\n',
    'not-a-number.csv': months(20) + '2026-11;daudz\n',
    'too-many-columns.csv': ';'.join(f'k{i}' for i in range(10000)) + '\n' + ';'.join('1' for i in range(10000)) + '\n',
    'open-quote.csv': 'Mēnesis;Pieteikumi\n"2026-01;5\n' + '2026-02;6\n' * 5,
    'cut-off.csv': 'Mēnesis;Kanāls;Pieteikumi\n' + ''.join(f'2025-{i:02d};Klātienē;{i}\n' for i in range(1, 13)) + '2026-01;Klā',
}


def refuses(place, path, *arguments):
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases', '--capacity', '150/month')
    before = place.digest()
    status, said = place.run('--import', path, '--service', 'Pases', '--report', place.path / 'never.pdf', *arguments)
    check(status == 1, 'status', status, said)
    check(said.strip(), 'nothing was said')
    check('GError' not in said and 'CRITICAL' not in said and 'WARNING' not in said, said)
    check(place.digest() == before, 'the portfolio changed')
    check(not (place.path / 'never.pdf').exists(), 'a report was written all the same')
    return said


def refuse_case(name, content):
    def run(place):
        said = refuses(place, place.file(name, content))
        check(name in said or 'line' in said.lower(), 'neither file nor line is named:', said)
    run.__name__ = 'refuses_' + name.split('.')[0].replace('-', '_')
    CASES.append(run)


for bad_name, bad_content in BAD.items():
    refuse_case(bad_name, bad_content)


@case
def refuses_a_folder(place):
    (place.path / 'folder.csv').mkdir()
    refuses(place, place.path / 'folder.csv')


@case
def refuses_a_file_that_is_not_there(place):
    refuses(place, place.path / 'nowhere.csv')


@case
def refuses_two_gigabytes_at_once(place):
    path = place.path / 'large.csv'
    with open(path, 'wb') as file:
        file.truncate(2 * 1024 ** 3)
    refuses(place, path)


@case
def bad_import_makes_no_portfolio(place):
    status, said = place.run('--import', place.file('bad.csv', 'nekas\n'), '--service', 'Pases')
    check(status == 1 and place.digest() is None, status, said)


@case
def leaves_out_problems_when_told(place):
    path = place.file('some.csv', months(20) + '2026-11;daudz\n')
    status, said = place.run('--import', path, '--service', 'Pases', '--skip-problems')
    check(status == 0, status, said)


@case
def unknown_service(place):
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases')
    before = place.digest()
    status, said = place.run('--service', 'Cits', '--capacity', '5/day')
    check(status == 1 and 'Cits' in said and place.digest() == before, status, said)


@case
def wrong_options(place):
    for arguments in (['--capacity', 'daudz'], ['--capacity', '100'], ['--capacity', '-5/month'], ['--capacity', '1e999/month'],
                      ['--capacity', '5/fortnight'], ['--service', 'Pases', '--as-of', '31.02.2026']):
        status, said = place.run(*arguments)
        check(status == 2 and said.strip(), arguments, status, said)


@case
def portfolios_that_are_not_ours_stay_as_they_are(place):
    volumes = place.file('good.csv', months(30))
    for content in (b'', 'Sveiki'.encode(), b'\x89PNG\r\n\x1a\n' + bytes(500), b'SQLite format 3\0' + bytes(3000)):
        place.portfolio.write_bytes(content)
        before = place.digest()
        status, said = place.run('--import', volumes, '--service', 'Pases')
        check(status == 1 and place.portfolio.name in said, status, said)
        check(place.digest() == before, 'a file that is not ours was changed')


@case
def newer_portfolio_is_refused(place):
    if shutil.which('sqlite3') is None:
        raise Skip('sqlite3 is not here')
    volumes = place.file('good.csv', months(30))
    check(place.run('--import', volumes, '--service', 'Pases')[0] == 0)
    subprocess.run(['sqlite3', str(place.portfolio), 'PRAGMA user_version = 9999'], check=True)
    before = place.digest()
    status, said = place.run('--import', volumes, '--service', 'Pases')
    check(status == 1 and place.digest() == before, status, said)


@case
def damaged_portfolio_is_refused(place):
    volumes = place.file('good.csv', months(30))
    check(place.run('--import', volumes, '--service', 'Pases')[0] == 0)
    content = bytearray(place.portfolio.read_bytes())
    content[4096:8192] = b'\xff' * 4096
    place.portfolio.write_bytes(content)
    before = place.digest()
    status, said = place.run('--import', volumes, '--service', 'Pases')
    check(status == 1 and place.digest() == before, status, said)


@case
def report_into_nowhere(place):
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases')
    status, said = place.run('--service', 'Pases', '--report', place.path / 'none' / 'report.pdf')
    check(status == 1 and 'report.pdf' in said, status, said)


def halves(size):
    while size > 1:
        size //= 2
        yield size


@case
def no_room_for_a_report(place):
    """What was written before stays whole, and nothing is left beside it."""
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases', '--capacity', '150/month')
    report = place.file('report.pdf', 'before')
    beside = sorted(place.path.iterdir())
    status, said = place.run('--service', 'Pases', '--report', place.path / 'whole.pdf')
    size = (place.path / 'whole.pdf').stat().st_size
    (place.path / 'whole.pdf').unlink()
    check(status == 0 and size > 10000, status, said)
    for room in halves(size):
        status, said = place.run('--service', 'Pases', '--report', report, room=room)
        check(status == 1 and 'report.pdf' in said, room, status, said)
        check(report.read_bytes() == b'before', 'the report that was there is gone', room)
        check(sorted(place.path.iterdir()) == beside, sorted(place.path.iterdir()))


@case
def no_room_for_changes(place):
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases')
    changes = place.path / '0001-anna.capacity-changes'
    before = place.digest()
    beside = sorted(place.path.iterdir())
    for room in (1, 60, 100, 1000):
        status, said = place.run('--export-changes', '2020-01-01', '--output', changes, room=room)
        check(status == 1 and said.strip(), room, status, said)
        check(sorted(place.path.iterdir()) == beside and place.digest() == before, sorted(place.path.iterdir()))
    status, said = place.run('--export-changes', '2020-01-01', '--output', changes)
    check(status == 0 and changes.stat().st_size > 1000, status, said)


@case
def no_room_for_an_import(place):
    """However little room there is, the portfolio is as before or as after, and the next import works."""
    place.run('--import', place.file('good.csv', months(30)), '--service', 'Pases')
    size = place.portfolio.stat().st_size
    volumes = place.file('more.csv', 'Mēnesis;Pakalpojums;Pieteikumi\n' + ''.join(
        f'{2021 + i % 48 // 12}-{i % 12 + 1:02d};Pakalpojums {i // 48};{i}\n' for i in range(48 * 200)))
    before = place.content()
    for room in (*halves(size), size, size + 4096):
        status, said = place.run('--import', volumes, '--as-of', '2026-11-23', room=room)
        check(status == 1 and said.strip(), room, status, said)
        check(place.content() == before, 'the portfolio changed', room)
    status, said = place.run('--import', volumes, '--as-of', '2026-11-23')
    check(status == 0 and '200 services added' in said, status, said)


@case
def sheet_of_a_spreadsheet(place):
    book = place.path / 'book.xlsx'
    write_xlsx(book, {'Laulības': volumes('Laulības', 30), 'Dzimšana': volumes('Dzimšana', 12)})
    status, said = place.run('--import', book, '--sheet', 'Dzimšana')
    check(status == 0 and '12 rows' in said, status, said)
    status, said = place.run('--import', book, '--sheet', 'Nav tādas')
    check(status == 1 and 'no sheet “Nav tādas”' in said, status, said)
    status, said = place.run('--import', book, '--service', 'Laulības')
    check(status == 0 and '30 rows' in said, status, said)


@case
def folder_at_once(place):
    folder = place.path / 'folder'
    folder.mkdir()
    write_csv(folder / 'a.csv', volumes('Karogi', 24))
    write_ods(folder / 'b.ods', volumes('Kapi', 24))
    status, said = place.run('--import', folder, '--as-of', '2026-11-23')
    check(status == 0 and 'a.csv:' in said and 'b.ods:' in said, status, said)
    before = place.digest()
    write_csv(folder / 'c.csv', [['Sveiki']])
    status, said = place.run('--import', folder, '--as-of', '2026-11-23')
    check(status == 1 and 'c.csv' in said and place.digest() == before, status, said)
    empty = place.path / 'empty'
    empty.mkdir()
    status, said = place.run('--import', empty, '--as-of', '2026-11-23')
    check(status == 1 and 'no tables' in said, status, said)


@case
def refuses_code_and_name_of_two_services(place):
    place.run('--import', place.file('first.csv', 'Periods;Pakalpojums;Skaits\n2026-01;Pases;5\n2026-01;P-1;6\n'), '--service',
              'Pases', '--capacity', '10/month')
    path = place.file('two.csv', 'Kods;Pakalpojums;Periods;Skaits\nP-1;Pases;2026-02;7\nP-1;Pases;2026-03;8\n'
                      'X;Cits;2026-02;9\nX;Cits;2026-03;9\n')
    before = place.digest()
    status, said = place.run('--import', path, '--as-of', '2026-11-23')
    check(status == 1 and 'Line 2, column “Pakalpojums”: “P-1 · Pases” are two services' in said and place.digest() == before, status, said)
    status, said = place.run('--import', path, '--as-of', '2026-11-23', '--skip-problems')
    check('1 service added, 2 values added' in said, status, said)


@case
def reports_by_kind(place):
    place.run('--skip-problems', '--import', place.file('two.csv', 'Mēnesis;Pases;Apliecības\n' + ''.join(
        f'{2021 + i // 12}-{i % 12 + 1:02};{100 + i};{50 + i}\n' for i in range(48))))
    place.run('--import', place.file('one.csv', months(30)), '--service', 'Izziņas')
    status, said = place.run('--as-of', '2026-11-23', '--report', 'institution', '--output', place.path / 'all.pdf')
    check(status == 0, status, said)
    check('All services' in words_of(place.path / 'all.pdf'), said)
    folder = place.path / 'sheets'
    status, said = place.run('--as-of', '2026-11-23', '--report', 'service', '--output', folder)
    names = sorted(path.name for path in folder.iterdir())
    check(status == 0 and 'Izziņas.pdf' in names and len(names) > 1, status, said, names)
    status, said = place.run('--as-of', '2026-11-23', '--service', 'Izziņas', '--report', 'service', '--output',
                             place.path / 'one.pdf')
    check(status == 0 and 'Izziņas' in words_of(place.path / 'one.pdf'), status, said)
    status, said = place.run('--report', 'horoscope', '--output', place.path / 'never.pdf')
    check(status == 2 and 'overview' in said, status, said)
    status, said = place.run('--report', 'resource', '--resource', 'Nav tāda', '--output', place.path / 'never.pdf')
    check(status == 1 and 'Nav tāda' in said, status, said)


KINDS = {
    'overview': 'Use of capacity by month', 'institution': 'How it was reckoned', 'service': 'In three modes', 'resource': 'Needed', 'plan': 'Capacity plan',
    'institution-plan': 'Month by month', 'recipients': 'What recipients can expect', 'providers': 'Resources and capabilities',
    'owners': 'Data quality', 'management': 'Services by verdict', 'audit': 'What was changed',
}


@case
def every_kind(place):
    """Those that the program names, each with what it is about; those of resources as many as there are."""
    subprocess.run([os.environ['CAPACITY_MAKE_PORTFOLIO'], 'sample', str(place.portfolio)], check=True)
    status, said = place.run('--report', 'horoscope', '--output', place.path / 'never.pdf')
    names = said.rpartition(': ')[2].strip().rstrip('.').split(', ')
    check(status == 2 and sorted(names) == sorted(KINDS), names)
    for name, words in KINDS.items():
        about = {'service': ('--service', 'BUV-01'), 'plan': ('--service', 'BUV-01'), 'resource': ('--resource', 'R-BUV')}.get(name, ())
        status, said = place.run('--report', name, *about, '--output', place.path / f'{name}.pdf')
        check(status == 0, name, said)
        text = words_of(place.path / f'{name}.pdf')
        check(words in text, name, text)
        check(not about or {'R-BUV': 'Būvinspektori', 'BUV-01': 'Būvatļauja'}[about[1]] in text, name, text)


@case
def audit_extract(place):
    """All that was done, or what was done from a day on, in the language of who asks."""
    place.run('--import', place.file('one.csv', months(30)), '--service', 'Izziņas')
    status, said = place.run('--report', 'audit', '--output', place.path / 'all.pdf')
    check(status == 0, status, said)
    text = words_of(place.path / 'all.pdf')
    check('Audit extract' in text and 'one.csv' in text and 'All that was done until' in text, text)
    status, said = place.run('--report', 'audit', '--from', '2099-01-01', '--output', place.path / 'none.pdf', language='lv')
    check(status == 0, status, said)
    text = words_of(place.path / 'none.pdf')
    check('01.01.2099.' in text and 'one.csv' not in text, text)
    status, said = place.run('--report', 'audit', '--from', 'vakar', '--output', place.path / 'never.pdf')
    check(status != 0 and not (place.path / 'never.pdf').exists(), status, said)


def main():
    failed = 0
    print(f'1..{len(CASES)}')
    for number, function in enumerate(CASES, 1):
        place = Place()
        try:
            function(place)
            print(f'ok {number} {function.__name__}', flush=True)
        except Skip as reason:
            print(f'ok {number} {function.__name__} # SKIP {reason}', flush=True)
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            failed += 1
            print(f'not ok {number} {function.__name__}', flush=True)
            print('\n'.join('# ' + line for line in str(error).splitlines()), flush=True)
        finally:
            shutil.rmtree(place.path, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
