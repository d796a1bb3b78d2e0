"""The volumes of a service typed by month: what is typed stays, whatever is written and taken back meanwhile."""
import datetime
import sys
import tempfile

from ui import App, Atspi, wait

SERVICE = 'Laulības reģistrēšana'
SHORT = 'Dzimšanas reģistrēšana'
LANGUAGE = sys.argv[1]


def volumes(path):
    """One service with five months, another with two."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(5):
            file.write(f'{SERVICE};2026-{i + 6:02d};{210 + i}\n')
        file.write(f'{SHORT};2026-09;30\n{SHORT};2026-10;31\n')


def test_import(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Apjomi.csv', root=dialog)
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')


def cells(app, table):
    """The cells with values in a table, the oldest month first."""
    return [cell for cell in app.walk(table) if cell.get_role_name() == 'text']


def focused(app, table):
    return next((i for i, cell in enumerate(cells(app, table))
                 if cell.get_state_set().contains(Atspi.StateType.FOCUSED)), None)


def open_table(app, name):
    """The table of a service, at its newest month that is measured."""
    app.activate('show-service', f"<'{name}'>")
    app.find('grouping', lambda it: it == name)
    app.choose_item('Service Menu', 'Edit _Volumes…')
    table = app.find('dialog', lambda it: it == name)
    wait(lambda: focused(app, table) is not None, 'the focus in a cell')
    while not app.text(cells(app, table)[focused(app, table)]):
        at = focused(app, table)
        app.press_on('Up')
        wait(lambda: focused(app, table) == at - 1, 'the month before')
    return table


def close_table(app, name):
    app.press('Escape')
    app.gone('dialog', name)


def number(text):
    return text.replace('.', ',') if LANGUAGE == 'lv' else text


def test_type(app):
    """What is typed and not entered yet stays while what was entered before is written, and taken back step by step."""
    table = open_table(app, SERVICE)
    at = focused(app, table) - 8
    before = [app.text(cell) for cell in cells(app, table)[at:]]
    app.press_on(*['Up'] * 8)
    wait(lambda: focused(app, table) == at, 'the focus to move')
    app.press_on(*(key for i in range(8) for key in ('1', str(i), 'Return')), '7')
    typed = [*(f'1{i}' for i in range(8)), '7', *before[9:]]

    def shows(texts):
        return [app.text(cell) for cell in cells(app, table)[at:]] == texts

    wait(lambda: shows(typed), lambda: f'{typed}, not {[app.text(cell) for cell in cells(app, table)[at:]]}')
    for i in (7, 6, 5):
        app.action('win.undo')
        typed[i] = before[i]
        wait(lambda: shows(typed), f'number {i} to come back')
    app.press('Up')
    wait(lambda: focused(app, table) == at + 7, 'the focus to move')
    app.action('win.undo')
    typed[8] = before[8]
    wait(lambda: shows(typed), 'the last to come back')
    return table


def test_decimals(app, table):
    """A number keeps its decimals: going over it writes nothing, so one step takes it back."""
    at = focused(app, table)
    before = app.text(cells(app, table)[at])
    app.type(cells(app, table)[at], '0.1234567')
    app.press('Up')
    app.press_on('Down', 'Up')
    wait(lambda: app.text(cells(app, table)[at]) == number('0.123457'), 'six decimals')
    app.action('win.undo')
    wait(lambda: app.text(cells(app, table)[at]) == before, 'the number to come back')
    close_table(app, SERVICE)


def test_empty(app):
    """All months are emptied, the oldest too: the table stays."""
    table = open_table(app, SHORT)
    at = focused(app, table) - 1
    app.press_on('Up', 'BackSpace', 'Return', 'BackSpace', 'Up')
    wait(lambda: [app.text(cell) for cell in cells(app, table)[at:at + 2]] == ['', ''], 'the months to be empty')
    app.action('win.undo')
    wait(lambda: [app.text(cell) for cell in cells(app, table)[at:at + 2]] == ['', '31'], 'the newest to come back')
    app.action('win.undo')
    wait(lambda: [app.text(cell) for cell in cells(app, table)[at:at + 2]] == ['30', '31'], 'the oldest to come back')
    return table


def test_paste(app, table):
    """A block goes on to the months that follow, the present one too; what does not fit is said."""
    today = datetime.date.today()
    n = (today.year - 2026) * 12 + today.month - 9 + 1
    other = app.copy(''.join(f'{100 + i}\n' for i in range(n + 1)).replace('\n', '\t9\n', 1))
    wait(lambda: app.clipboard('text/plain;charset=utf-8').startswith(b'100'), 'the numbers on the clipboard')
    app.press('ctrl+v')
    said = app.translation.ngettext('%u value did not fit into the table', '%u values did not fit into the table', 2)
    app.find(name=lambda it: it == said.replace('%u', '2'), root=table)
    wait(lambda: [app.text(cell) for cell in cells(app, table)[focused(app, table):]] == [str(100 + i) for i in range(n)],
         lambda: f'the months, not {[app.text(cell) for cell in cells(app, table)]}')
    other.terminate()
    app.action('win.undo')
    wait(lambda: [app.text(cell) for cell in cells(app, table)[focused(app, table):][:2]] == ['30', '31'],
         'the months to come back')
    close_table(app, SHORT)


def row(app, table):
    """The cells of the month that has the focus, one for each column."""
    month = cells(app, table)[focused(app, table)].get_name().split(',')[0]
    return [cell for cell in cells(app, table) if cell.get_name().startswith(month)]


def test_add(app):
    """What waits is counted in a column of its own, and stays there."""
    table = open_table(app, SHORT)
    app.click('button', 'Add a Column…')
    dialog = app.find('dialog', 'New Column')
    app.all_named()
    app.click('button', '_Add', root=dialog)
    app.find(name='There is such a column already', root=dialog)
    app.choose_in_row('What Is Counted', app.tr('Waiting at the end of the period'))
    app.click('button', '_Add', root=dialog)
    app.gone('dialog', 'New Column')
    wait(lambda: len(row(app, table)) == 2 and row(app, table)[1].get_state_set().contains(Atspi.StateType.FOCUSED),
         'the focus in the new column')
    app.press('1', '7', 'Up')
    close_table(app, SHORT)
    table = open_table(app, SHORT)
    wait(lambda: [app.text(cell) for cell in row(app, table)] == ['31', '17'], 'both columns')
    app.action('win.undo')
    wait(lambda: [app.text(cell) for cell in row(app, table)] == ['31', ''], 'the number to go')
    close_table(app, SHORT)


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = f'{folder}/Apjomi.csv'
        volumes(table)
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        test_import(app, table)
        test_decimals(app, test_type(app))
        test_paste(app, test_empty(app))
        test_add(app)
        app.close()


main()
