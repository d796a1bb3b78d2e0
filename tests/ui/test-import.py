"""Bring volumes in: a pasted column, spreadsheets, a list of cases, the same kind of file again, a folder, and changing one's mind."""
import datetime
import os
import sys
import tempfile

from tables import PERSONS, cases, months, volumes, write_csv, write_ods, write_xlsx
from ui import App, Atspi, wait

LANGUAGE = sys.argv[1]
MONTHS = {
    'en': ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
           'December'],
    'lv': ['janvāris', 'februāris', 'marts', 'aprīlis', 'maijs', 'jūnijs', 'jūlijs', 'augusts', 'septembris', 'oktobris',
           'novembris', 'decembris'],
}[LANGUAGE]
PORTFOLIO = os.path.join(os.environ['XDG_DATA_HOME'], 'capacity', 'portfolio.capacity')


def begin(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', os.path.basename(path), root=dialog)
    app.all_named()
    return dialog


def finish(app):
    app.click('button', '_Import', root=app.find('dialog', 'Import Data'))
    app.gone('dialog', 'Import Data')


def holds(word):
    with open(PORTFOLIO, 'rb') as file:
        return word.encode() in file.read()


def enter_service(app, dialog, name):
    """Enter imports, but not what cannot be imported yet."""
    entry = app.find('text', 'Service', root=dialog)
    button = app.find('button', '_Import', root=dialog)
    app.enter(entry, '')
    wait(lambda: not button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'a name to be needed')
    app.type(entry, name)
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the volumes to be read')
    app.press('Return')
    app.gone('dialog', 'Import Data')


def choose_last_month(app, dialog, n):
    """The last whole month is proposed; with another one the preview begins as much earlier."""
    def first(last):
        return f'{(last - n + 1) // 12}-{(last - n + 1) % 12 + 1:02d}'

    today = datetime.date.today()
    this = today.year * 12 + today.month - 1
    app.find('label', first(this - 1), root=dialog)
    assert not app.look('label', first(this - 2), root=dialog)
    month, year = MONTHS[(this - 2) % 12], str((this - 2) // 12)
    app.choose_in_row('Month of the Last Number', lambda text: month in text and year in text)
    app.find('label', first(this - 2), root=dialog)


def test_pasted(app):
    """A column of numbers alone, copied from a spreadsheet, brings a trend and a forecast."""
    numbers = '\n'.join(str(200 + 3 * i + i * 7 % 11) for i in range(36))
    other = app.copy(numbers)
    wait(lambda: app.clipboard('text/plain;charset=utf-8').decode() == numbers, 'the numbers on the clipboard')
    app.press('ctrl+shift+v')
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Month (assumed)', root=dialog)
    choose_last_month(app, dialog, len(numbers.split()))
    enter_service(app, dialog, 'Arhīva izziņa')
    other.terminate()
    other.wait()
    app.find('grouping', lambda name: name == 'Arhīva izziņa')
    trend = app.find('list item', 'Trend')
    assert any('%' in text for text in app.texts(trend)), app.texts(trend)
    assert holds('Arhīva izziņa')


def test_sheets(app, folder):
    """The sheet with volumes is proposed; another one can be chosen."""
    path = f'{folder}/Pārskats.xlsx'
    write_xlsx(path, {'Par datiem': [['Sagatavots no reģistra']], 'Laulības': volumes('Laulības reģistrēšana', 30),
                      'Dzimšana': volumes('Dzimšanas reģistrēšana', 12)})
    dialog = begin(app, path)
    app.find('label', 'Laulības', root=app.find('combo box', 'Table', root=dialog))
    app.find(name=lambda name: name == 'Laulības reģistrēšana', root=dialog)
    finish(app)
    wait(lambda: holds('Laulības reģistrēšana'), 'the volumes of the sheet')
    assert not holds('Dzimšanas')


def test_pasted_for_other(app):
    """A column pasted on the page of another service is meant for that one, whatever the last one was for."""
    service = 'Laulības reģistrēšana'
    numbers = '5,5\n6,5\n7'
    other = app.copy(numbers)
    wait(lambda: app.clipboard('text/plain;charset=utf-8').decode() == numbers, 'the numbers on the clipboard')
    app.activate('show-service', f"<'{service}'>")
    app.find('grouping', lambda name: name == service)
    app.press('ctrl+shift+v')
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Month (assumed)', root=dialog)
    wait(lambda: app.text(app.find('text', 'Service', root=dialog)) == service, 'the service that is shown')
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')
    app.action('win.show-overview')
    app.press('ctrl+shift+v')
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Month (assumed)', root=dialog)
    assert app.text(app.find('text', 'Service', root=dialog)) == app.tr('Pasted Rows')
    assert not app.look('button', 'Read _Anew', root=dialog)
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')
    other.terminate()
    other.wait()


def test_year(app, folder):
    """Months that name no year are of the year that is entered, also the next time."""
    path = f'{folder}/Suņi.csv'
    write_csv(path, [['Mēnesis', 'Pakalpojums', 'Skaits'],
                     *([month, 'Suņu tetovēšana', 20 + i] for i, month in enumerate(MONTHS))])
    dialog = begin(app, path)
    button = app.find('button', '_Import', root=dialog)
    assert not button.get_state_set().contains(Atspi.StateType.SENSITIVE)
    year = app.find('text', 'Year', root=dialog)
    app.type(year, '202')
    app.find(name=app.tr('The periods of “%s” name no year. Enter the year.') % 'Suņi.csv', root=dialog)
    app.type(year, '2025')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the volumes to be read')
    assert app.text(year) == '2025'
    app.all_named()
    finish(app)
    wait(lambda: holds('Suņu tetovēšana'), 'the volumes of the year')
    dialog = begin(app, path)
    app.find(name='Ready to import as last time', root=dialog)
    app.find('label', lambda text: MONTHS[11] in text and '2025' in text, root=dialog)
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')


def count(app, dialog, name):
    return sum(thing.get_name() == name for thing in app.walk(dialog))


def has_column(app, dialog, name):
    return app.look(name=lambda text: app.tr('What the column “%s” is') % name in text, root=dialog)


def test_header(app, folder):
    """Where the table begins and what empty cells stand for can be said; the preview follows, and the next file of the kind
    is read the same way."""
    path = f'{folder}/Galvene.csv'
    write_csv(path, [['Sagatavoja', 'Anna', 'Skaits', ''], ['Pārbaudīja', 'Juris', '2', ''],
                     ['Nodaļa', 'Pakalpojums', 'Periods', 'Apjoms'],
                     *(row for place in ('Krasts', 'Kalns') for row in
                       [[place, '', '', ''], *(['', 'Zvejas licence', month, 3] for month in months(6))])])
    dialog = begin(app, path)
    wait(lambda: has_column(app, dialog, 'Sagatavoja'), 'the guess')
    reading = app.find('list item', 'How It Is Read', root=dialog)
    app.focus(app.find('list item', 'How It Is Read', root=reading.get_child_at_index(0)))
    app.press('Return')
    app.enter(app.find('spin button', 'Table Begins in Row', root=dialog), '900')
    none = app.tr('“%s” has no rows below its header. A table has a header and rows of volumes.') % 'Galvene.csv'
    app.find(name=none, root=dialog)
    app.enter(app.find('spin button', 'Table Begins in Row', root=dialog), '3')
    wait(lambda: has_column(app, dialog, 'Nodaļa'), 'the columns to be named')
    n_places = count(app, dialog, 'Krasts')
    app.focus(app.find('check box', 'Fill Empty Cells From Above', root=dialog))
    app.press('space')
    wait(lambda: count(app, dialog, 'Krasts') > n_places, 'the cells to be filled')
    app.all_named()
    finish(app)
    wait(lambda: holds('Kalns'), 'the places')
    dialog = begin(app, path)
    app.find(name='Ready to import as last time', root=dialog)
    assert has_column(app, dialog, 'Nodaļa')
    app.click('button', 'Read _Anew', root=dialog)
    wait(lambda: has_column(app, dialog, 'Sagatavoja'), 'the guess')
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')


def test_wide(app, folder):
    """Columns beyond those that are shown at first can be chosen too."""
    path = f'{folder}/Plata.csv'
    names = [f'Lauks {chr(ord("a") + i)}' for i in range(18)]
    write_csv(path, [['Pakalpojums', 'Periods', *names], *(['Plats', month, *range(40, 58)] for month in months(6))])
    dialog = begin(app, path)
    last = app.tr('What the column “%s” is') % names[-1]
    assert not app.look(name=lambda name: last in name, root=dialog)
    app.click('button', lambda name: '4' in name, root=dialog)
    app.focus(app.find('toggle button', lambda name: last in name, root=dialog))
    app.all_named()
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')


def test_ods(app, folder):
    path = f'{folder}/Karogi.ods'
    write_ods(path, volumes('Karoga izsniegšana', count='Pieprasījumi'))
    begin(app, path)
    finish(app)
    wait(lambda: holds('Karoga izsniegšana'), 'the volumes of the spreadsheet')


def test_two_services(app, folder):
    """What the file names as two services is left out, with the reason, until one of them is chosen."""
    name, other = 'Laulības reģistrēšana', 'Karoga izsniegšana'
    path = f'{folder}/Divi.csv'
    write_csv(path, [['Kods', 'Pakalpojums', 'Periods', 'Skaits']] + [[other, name, month, 5] for month in months(3)])
    dialog = begin(app, path)
    button = app.find('button', '_Import', root=dialog)
    app.find(name=lambda text: f'“{other} · {name}”' in text or f'„{other} · {name}“' in text, root=dialog)
    app.find(name='Left out: the file names two services', root=dialog)
    wait(lambda: not button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'nothing to be there to import')
    app.focus(app.find('combo box', f'{other} · {name}'))
    app.press('Return')
    # The list begins with an entry to search in.
    wait(lambda: any(thing.get_role_name() == 'entry' and thing.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for thing in app.walk()), 'the list')
    wait(lambda: (at := app.focused_row()) and other in app.texts(at) or app.press_on('Down'), other)
    app.press_on('Return')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the choice to be taken')
    finish(app)


def test_cases(app, folder):
    """Columns of persons are named and never kept."""
    path = f'{folder}/Pieteikumi 2026-06.csv'
    write_csv(path, cases())
    dialog = begin(app, path)
    app.find('label', lambda text: 'Klients, Personas kods, E-pasts, Tālrunis, Apraksts' in text, root=dialog)
    wait(lambda: not app.look(name=lambda name: any(word in name for word in PERSONS), root=dialog), 'no person to be shown')
    finish(app)
    wait(lambda: holds('Apliecība') and holds('klātienē'), 'the cases to be counted')
    for word in PERSONS:
        assert not holds(word), word


def test_again(app, folder):
    """The same kind of file next month is read like this one, with one click."""
    path = f'{folder}/Pieteikumi 2026-07.csv'
    write_csv(path, cases(80))
    begin(app, path)
    app.find(name='Ready to import as last time')
    finish(app)


def test_folder(app, folder):
    """All files of a folder come in one step, and go in one."""
    inner = f'{folder}/Novads'
    os.mkdir(inner)
    write_csv(f'{inner}/a.csv', volumes('Kapu uzturēšana'))
    write_ods(f'{inner}/b.ods', volumes('Ielu apgaismojums'))
    write_csv(f'{inner}/c.csv', [['Sveiki'], ['šī nav tabula']])
    app.run('--import', inner)
    dialog = app.find('dialog', 'Import Data')
    for name in ['a.csv', 'b.ods', 'c.csv']:
        app.find(name=lambda text, name=name: text == name, root=dialog)
    app.all_named()
    finish(app)
    app.action('win.show-services')
    services(app, 'Kapu uzturēšana', 'Ielu apgaismojums')
    app.action('win.undo')
    wait(lambda: not app.look(name=lambda text: text == 'Kapu uzturēšana'), 'the services to go')
    wait(lambda: not app.look(name=lambda text: text == 'Ielu apgaismojums'), 'no such service')


def services(app, *names):
    for name in names:
        app.find(name=lambda text, name=name: text == name)


def test_dropped(app, folder):
    """Files dragged from a file manager are read, by the window and then by the dialog; of a dialog left, nothing stays."""
    for name, service in [('parki', 'Parku kopšana'), ('tirgus', 'Tirgus vietas'), ('suņi', 'Suņu reģistrs')]:
        write_csv(f'{folder}/{name}.csv', volumes(service))
    app.drop(f'{folder}/parki.csv')
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'parki.csv', root=dialog)
    app.drop(f'{folder}/tirgus.csv', f'{folder}/suņi.csv')
    for name in ['tirgus.csv', 'suņi.csv']:
        app.find(name=lambda text, name=name: text == name, root=dialog)
    assert not app.look(name='parki.csv', root=dialog)
    finish(app)
    services(app, 'Tirgus vietas', 'Suņu reģistrs')
    assert not holds('Parku kopšana')
    app.action('win.undo')
    wait(lambda: not app.look(name='Tirgus vietas'), 'the services to go')


def test_refused(app, folder):
    """A file is taken after a dialog, but not while one is open: what is being filled in stays as it is."""
    write_csv(f'{folder}/kapi.csv', volumes('Kapu nomas līgumi'))
    app.action('win.new-service')
    app.click('button', '_Cancel', root=app.find('dialog', 'New Service'))
    app.gone('dialog', 'New Service')
    app.drop(f'{folder}/kapi.csv')
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'kapi.csv', root=dialog)
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')
    app.action('win.new-service')
    dialog = app.find('dialog', 'New Service')
    name = app.find('text', 'Name', root=dialog)
    app.type(name, 'Zvejas atļaujas')
    app.drop(f'{folder}/kapi.csv', is_refused=True)
    assert app.text(name) == 'Zvejas atļaujas' and not app.look('dialog', 'Import Data')
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'New Service')


def test_damaged(app, folder):
    """What cannot be read is said, and nothing is kept."""
    path = f'{folder}/bojāta.xlsx'
    write_xlsx(path, {'Dati': volumes('Bojāts')})
    with open(path, 'r+b') as file:
        file.truncate(os.path.getsize(path) // 2)
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find(name='This Could Not Be Read', root=dialog)
    app.click('button', '_Cancel', root=dialog)
    app.gone('dialog', 'Import Data')


def test_cancel(app, folder):
    """Two hundred thousand rows, given up while they are read."""
    path = f'{folder}/liels.csv'
    write_csv(path, [['Pakalpojums', 'Periods', 'Apjoms']]
              + [[f'Liels {i // 120}', f'{2016 + i % 120 // 12}-{i % 12 + 1:02d}', i % 900] for i in range(200000)])
    app.run('--import', path)
    app.click('button', '_Cancel', root=app.find('dialog', 'Import Data'))
    app.gone('dialog', 'Import Data')
    assert not holds('Liels')


def test_cancel_import(app, folder):
    """What is given up while it is imported is not kept; where that was too late, it is told and can be taken back."""
    path = f'{folder}/par vēlu.csv'
    write_csv(path, [['Pakalpojums', 'Periods', 'Apjoms'],
                     *([f'Atcelts {i}', month, 30 + i] for i in range(30) for month in months(36))])
    text = app.translation.ngettext('%s service added', '%s services added', 30) % '30'
    dialog = begin(app, path)
    button = app.find('button', '_Import', root=dialog)
    cancel = app.find('button', '_Cancel', root=dialog)
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the rows to be read')
    assert button.get_action_iface().do_action(0)
    assert cancel.get_action_iface().do_action(0)
    app.gone('dialog', 'Import Data')
    # A toast does not stay: what came last is looked at first.
    wait(lambda: not holds('Atcelts') or any(thing.get_name().startswith(text) for thing in app.walk_back()),
         'what was kept to be told', 60)
    if holds('Atcelts'):
        app.action('win.undo')
        app.action('win.show-services')
        wait(lambda: not app.look(name='Atcelts 0'), 'the services to go')


def test_portfolio_in_front(app, folder):
    """Volumes go into the portfolio that was opened last, not into the user's own behind it."""
    app.run('--portfolio', f'{folder}/cits.capacity')
    wait(lambda: app.root.get_child_count() == 2, 'the other portfolio')
    path = f'{folder}/citur.csv'
    write_csv(path, [['Pakalpojums', 'Periods', 'Apjoms'], *(['Citur', f'2025-{i + 1:02d}', 10 + i] for i in range(12))])
    app.run('--import', path)
    app.click('button', '_Import', root=app.find('dialog', 'Import Data'))
    app.gone('dialog', 'Import Data')
    assert not holds('Citur')
    app.find('grouping', lambda name: name == 'Citur')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the other portfolio alone')


def main():
    with tempfile.TemporaryDirectory() as folder:
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        test_pasted(app)
        test_sheets(app, folder)
        test_pasted_for_other(app)
        test_year(app, folder)
        test_header(app, folder)
        test_wide(app, folder)
        test_ods(app, folder)
        test_two_services(app, folder)
        test_cases(app, folder)
        test_again(app, folder)
        test_folder(app, folder)
        test_dropped(app, folder)
        test_refused(app, folder)
        test_damaged(app, folder)
        test_cancel(app, folder)
        test_cancel_import(app, folder)
        test_portfolio_in_front(app, folder)
        app.close()


main()
