"""A chart by keyboard: every value, its series and what is notable, told aloud; the table one key away."""
import subprocess
import sys
import tempfile

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
    app.close()


main()
