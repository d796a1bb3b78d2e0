"""A chart by keyboard: every value, its series and what is notable, told aloud; the table one key away; and its menu."""
import os
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from ui import PROGRAM, App, Atspi, Listener, wait

LANGUAGE = sys.argv[1]
SERVICE = 'Laulības reģistrēšana'
LIMIT = 32


def make_portfolio():
    """Five years that grow by one every two months, so that demand comes to be above capacity."""
    with tempfile.TemporaryDirectory() as folder:
        table = f'{folder}/apjomi.csv'
        with open(table, 'w', encoding='utf-8') as file:
            file.write('Pakalpojums;Periods;Apjoms\n')
            for i in range(58):
                file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{10 + i // 2}\n')
        subprocess.run([PROGRAM, '--import', table, '--service', SERVICE, '--capacity', f'{LIMIT}/month'], check=True,
                       timeout=60, stdout=subprocess.DEVNULL)


def is_shown(thing):
    return thing.get_state_set().contains(Atspi.StateType.SHOWING)


def bubble(app, chart):
    return [thing.get_name() for thing in app.walk(chart) if thing.get_role_name() == 'label' and is_shown(thing)]


def go_home(app, listener):
    """To the first period, from wherever the cursor is, and what is told there."""
    listener.after(app.press, 'End')
    return listener.after(app.press, 'Home')


def test_periods(app, listener):
    first = go_home(app, listener)
    demand = app.tr('Demand')
    assert '2022' in first and f'{demand}: 10' in first, first
    assert listener.after(app.press, 'Right') != first
    assert listener.after(app.press, 'Left') == first
    year = listener.after(app.press, 'Next')
    assert '2023' in year and f'{demand}: 16' in year, year
    assert listener.after(app.press, 'Prior') == first
    assert listener.after(app.press, 'End') != first


def test_series(app, listener):
    """Another series of the same period is told first."""
    period, value, *_ = go_home(app, listener).split('; ')
    assert value.startswith(app.tr('Demand')), value
    other_period, other, *_ = listener.after(app.press, 'Up').split('; ')
    assert other_period == period and not other.startswith(app.tr('Demand')), other
    assert listener.after(app.press, 'Down').split('; ')[1] == value


def test_notable(app, listener):
    """From the first month on, N comes to where demand is above capacity; Shift+N comes to it from the end."""
    go_home(app, listener)
    crossing = listener.after(app.press, 'n')
    for _ in range(8):
        if f': {LIMIT + 1}' in crossing:
            break
        crossing = listener.after(app.press, 'n')
    assert f'{app.tr("Demand")}: {LIMIT + 1}' in crossing, crossing
    listener.after(app.press, 'End')
    assert listener.after(app.press, 'shift+n') == crossing


def test_bubble(app, chart, listener):
    """What is told is shown too, until Escape."""
    said = go_home(app, listener)
    wait(lambda: bubble(app, chart), 'the bubble')
    assert bubble(app, chart)[0] == said.split('; ')[0], bubble(app, chart)
    app.press('Escape')
    wait(lambda: not bubble(app, chart), 'the bubble to go')


def test_summary(app, chart, listener):
    """The description of the chart is what D reads."""
    assert chart.get_description() and listener.after(app.press, 'd') == chart.get_description()


def test_table(app):
    app.press('t')
    table = app.find('tree table', 'Demand and capacity')
    wait(lambda: any(thing.get_state_set().contains(Atspi.StateType.FOCUSED) for thing in app.walk(table)), 'the focus in the table')
    app.press('t')
    chart = app.find('image', 'Demand and capacity')
    wait(lambda: chart.get_state_set().contains(Atspi.StateType.FOCUSED), 'the focus on the chart')


def size_of(png):
    assert png[:8] == b'\x89PNG\r\n\x1a\n', png[:8]
    return struct.unpack('>II', png[16:24])


def menu(app):
    return app.tr('Save Chart “%s”') % app.tr('Demand and capacity')


def save(app, item, title, folder, name):
    """Save by the menu of the chart; what the file holds."""
    path = f'{folder}/{name}'
    app.choose_item(lambda name: name == menu(app), item)
    app.choose_file(title, path)
    wait(lambda: os.path.exists(path), path)
    with open(path, 'rb') as file:
        return file.read()


def test_saved(app):
    """Pictures in their sizes, and the table as files."""
    with tempfile.TemporaryDirectory() as folder:
        svg = ElementTree.fromstring(save(app, 'Save as _SVG…', 'Save Chart', folder, 'a.svg'))
        assert svg.tag == '{http://www.w3.org/2000/svg}svg', svg.tag
        assert any(app.tr('Demand') in (text.text or '') for text in svg.iter('{http://www.w3.org/2000/svg}text'))
        small = size_of(save(app, 'Save as _PNG…', 'Save Chart', folder, 'a.png'))
        large = size_of(save(app, 'Save as PNG, _Double Size…', 'Save Chart', folder, 'b.png'))
        assert large == (small[0] * 2, small[1] * 2), (small, large)
        book = save(app, 'Save Table as _XLSX…', 'Save Table', folder, 'a.xlsx')
        assert book[:4] == b'PK\x03\x04'
        lines = save(app, 'Save Table for P_rograms…', 'Save Table', folder, 'a.csv').decode().splitlines()
        assert app.tr_in('chart', 'Demand') in lines[0].split(','), lines[0]
        assert len(lines) > 58, lines


def test_copied(app):
    """A document takes the picture, a spreadsheet the numbers."""
    app.open_menu(lambda name: name == menu(app), by_keyboard=True)
    app.press_on(app.mnemonic('_Copy Chart'))
    assert size_of(app.clipboard('image/png'))[0] > 1000
    assert b'<svg' in app.clipboard('image/svg+xml')
    lines = app.clipboard('text/plain;charset=utf-8').decode().splitlines()
    assert app.tr_in('chart', 'Demand') in lines[0].split('\t'), lines[0]
    assert len(lines) > 58


def main():
    make_portfolio()
    app = App(language=LANGUAGE)
    app.find('list', 'Views')
    app.activate('show-service', f"<'{SERVICE}'>")
    chart = app.find('image', 'Demand and capacity')
    listener = Listener()
    app.focus(chart)
    test_periods(app, listener)
    test_series(app, listener)
    test_notable(app, listener)
    test_bubble(app, chart, listener)
    test_summary(app, chart, listener)
    test_table(app)
    test_saved(app)
    test_copied(app)
    app.close()


main()
