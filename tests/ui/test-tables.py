"""Every table leaves the window as it is shown: its columns, its order and what the filter leaves."""
import csv
import io
import os
import sys
import tempfile
import zipfile

from ui import App, wait

LANGUAGE = sys.argv[1]
FOLDER = tempfile.mkdtemp()


def open_sample(app):
    app.focus(app.find('list item', 'Look at the _Sample'))
    app.press('Return')
    app.find(name='Services by Verdict')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the sample alone')


def save(app, menu, item, name):
    path = f'{FOLDER}/{name}'
    app.choose_item(menu, item)
    app.choose_file('Save Table', path)
    wait(lambda: os.path.exists(path), path)
    with open(path, 'rb') as file:
        return file.read()


def rows_of(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode('utf-8-sig')), delimiter=delimiter))


def shown(app, name):
    """The rows of a table as they stand on the screen, headings first."""
    rows = [thing for thing in app.walk(app.find('tree table', name)) if thing.get_role_name() == 'table row']
    headings = [thing.get_name() for thing in app.walk(rows[0]) if thing.get_role_name() == 'label']
    return [headings] + [[cell.get_name() for cell in app.walk(row) if cell.get_role_name() == 'table cell'] for row in rows[1:]]


def test_services(app):
    """The columns that show, sorted and filtered as on the screen."""
    app.action('win.show-services')
    everything = wait(lambda: (rows := shown(app, 'Services')) and len(rows) > 10 and rows, 'the services')
    programs = rows_of(save(app, 'Order, Groups and Columns', 'Save Table for P_rograms…', 'a.csv'), ',')
    assert programs[0] == everything[0], (programs[0], everything[0])
    assert len(programs) == 47, len(programs)
    assert [row[0] for row in programs[1:6]] == [row[0] for row in everything[1:6]]
    volume = programs[0].index(app.tr('Last 12 Months'))
    use = programs[0].index(app.tr('Regular Use'))
    assert all(float(row[volume]) >= 0 for row in programs[1:] if row[volume]), programs
    assert any('.' in row[use] and 0 < float(row[use]) < 2 for row in programs[1:] if row[use]), programs

    app.press('ctrl+f')
    search = app.find('entry', 'Search services')
    app.type(search, 'būv')
    wait(lambda: len(shown(app, 'Services')) < 10, 'few services')
    few = shown(app, 'Services')
    office = save(app, 'Order, Groups and Columns', 'Save Table as CS_V…', 'b.csv')
    assert office.startswith(b'\xef\xbb\xbf') and b'\r\n' in office
    assert [row[0] for row in rows_of(office, ';')[1:]] == [row[0] for row in few[1:]]
    assert ',' in ''.join(row[use] for row in rows_of(office, ';')[1:])
    book = save(app, 'Order, Groups and Columns', 'Save Table as _XLSX…', 'c.xlsx')
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        texts = parts.read('xl/sharedStrings.xml').decode()
        sheet = parts.read('xl/worksheets/sheet1.xml').decode()
    assert all(row[0] in texts for row in few[1:]), texts
    assert sheet.count('<row ') == len(few), sheet
    app.press('ctrl+shift+c')
    copied = [line.split('\t') for line in app.clipboard('text/plain;charset=utf-8').decode().splitlines()]
    assert copied[0] == few[0] and [row[0] for row in copied[1:]] == [row[0] for row in few[1:]], copied
    assert b'<th>' in app.clipboard('text/html')


def test_counted(app):
    """A number of services by verdict opens those services, and the dialog of the choice says which they are."""
    mode, verdict = app.tr_in('mode', 'Peak'), app.tr_in('verdict', 'Does not suffice')
    count = app.find('button', lambda name: name.startswith(f'{mode}, {verdict}: '))
    n = int(count.get_name().split(': ')[1])
    assert 0 < n < 20, n
    app.focus(count)
    app.press('Return')
    rows = wait(lambda: (rows := shown(app, 'Services')) and len(rows) == n + 1 and rows, f'{n} services')
    peak = rows[0].index(app.tr('Peak'))
    assert all(row[peak] == verdict for row in rows[1:]), rows
    app.click('button', 'Choose Services')
    dialog = app.find('dialog', 'Show Services')
    assert verdict in app.texts(app.find('combo box', lambda name: name.startswith(app.tr('Verdict in the peaks')), root=dialog))
    app.press('Escape')
    app.gone('dialog', 'Show Services')
    app.click('button', 'Show _All')
    app.gone('button', 'Show _All')


def copy_two(app, view):
    """The first two rows, by the keys alone."""
    app.action(f'win.show-{view}')
    name = view.capitalize()
    screen = wait(lambda: (rows := shown(app, name)) and len(rows) > 3 and rows, view)
    app.focus(app.find('table row', lambda row: row == screen[1][0]))
    app.press('space')
    app.press('shift+Down')
    app.press('ctrl+c')
    return wait(lambda: (text := app.clipboard('text/plain;charset=utf-8').decode()).count('\n') <= 3 and [
        line.split('\t')[0] for line in text.splitlines()] == [row[0] for row in screen[:3]], f'two rows of {view}')


def test_selected(app):
    """Ctrl+C copies what is selected in a table, and leaves an entry its own."""
    app.action('win.show-resources')
    app.click('radio button', 'Table')
    copy_two(app, 'resources')
    copy_two(app, 'services')
    app.press('ctrl+f')
    app.type(app.find('entry', 'Search services'), 'Paraug')
    app.press('ctrl+a')
    app.press('ctrl+c')
    wait(lambda: app.clipboard('text/plain;charset=utf-8') == b'Paraug', 'the word from the entry')
    app.press('Escape')


def test_resources(app):
    app.action('win.show-resources')
    screen = wait(lambda: (rows := shown(app, 'Resources')) and len(rows) > 10 and rows, 'the resources')
    assert app.tr('Resource Owner') in screen[0], screen[0]
    rows = rows_of(save(app, 'Order and Copy', 'Save Table for P_rograms…', 'd.csv'), ',')
    assert rows[0] == screen[0] and [row[0] for row in rows[1:6]] == [row[0] for row in screen[1:6]], rows
    app.click('radio button', 'What Services Need')
    rows = rows_of(save(app, 'Order and Copy', 'Save Table for P_rograms…', 'g.csv'), ',')
    assert len(rows) == 47 and len(rows[0]) > 10, rows[0]
    assert any(cell and float(cell) > 0 for row in rows[1:] for cell in row[1:] if '✱' not in cell), rows


def test_data(app):
    app.action('win.show-data')
    app.find('list', 'Look at These')
    rows = rows_of(save(app, 'Copy or Save the Table', 'Save Table for P_rograms…', 'e.csv'), ',')
    assert rows[0][0] == app.tr_in('column', 'Service') and len(rows) > 2, rows
    assert all(0 <= float(row[4]) <= 1 for row in rows[1:] if row[4]), rows


def test_plans(app):
    app.action('win.show-plans')
    app.find('list', lambda name: name)
    rows = rows_of(save(app, 'Copy or Save the Table', 'Save Table for P_rograms…', 'f.csv'), ',')
    assert len(rows) == 47 and rows[0][0] == app.tr('Service'), rows[0]
    app.focus(app.find('list item', lambda name: name.startswith('Paraugciema')))
    app.press('Return')
    app.find(name='Changes of Capacity')
    rows = rows_of(save(app, 'Copy or Save the Table', 'Save Table for P_rograms…', 'h.csv'), ',')
    assert rows[0][0] == app.tr_in('column', 'Of what') and len(rows) > 3, rows
    assert all(float(row[3]) >= 0 for row in rows[1:]), rows
    assert [row[2] for row in rows[1:] if row[2]], 'the maintenance of the sample ends'


def test_copied(app):
    """Each view gives a table of its own."""
    for view in ('services', 'resources', 'data', 'plans'):
        app.action(f'win.show-{view}')
        heading = app.translation.gettext('Resource' if view == 'resources' else 'Service')
        app.press('ctrl+shift+c')
        copied = wait(lambda: (text := app.clipboard('text/plain;charset=utf-8').decode()).startswith(heading + '\t') and text,
                      f'the table of {view}')
        # All of a long table is copied, even while it has not all come to the screen.
        assert view != 'services' or len(copied.splitlines()) == 47, copied


def main():
    app = App(language=LANGUAGE)
    open_sample(app)
    test_counted(app)
    test_copied(app)
    test_services(app)
    test_resources(app)
    test_data(app)
    test_plans(app)
    test_selected(app)
    app.close()


main()
