"""What a manager asks on the first day, answered by the invented institution and read off the screen."""
import os
import re
import subprocess
import sys
import tempfile

from ui import App, Atspi, Listener, wait

LANGUAGE = sys.argv[1]


def beginning(app, message):
    """What stands before the first value in a message."""
    return app.tr(message).split('%')[0]


def open_sample(app):
    app.focus(app.find('list item', 'Look at the _Sample'))
    app.press('Return')
    app.find(name='Services by Verdict')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the sample alone')


def items(app, name):
    """The rows of a list: their title and what else they say."""
    rows = [child for child in app.walk(app.find('list', name)) if child.get_role_name() == 'list item']
    return {row.get_name(): ' '.join(app.texts(row)[1:]) for row in rows}


def verdict(app, text):
    return app.tr_in('verdict', text)


def go_to(app, rows, wanted):
    """To a list with the Tab key, and in it with the arrow."""
    def press_until(key, check):
        for _ in range(60):
            if check():
                return
            app.press(key)
        raise AssertionError(f'{wanted!r} is not reached')

    press_until('Tab', lambda: app.focused_row(rows))
    press_until('Down', lambda: (row := app.focused_row(rows)) and row.get_name() == wanted)


def table(app, name):
    """The rows of a table that are shown: the texts of their cells by the headings."""
    rows = [thing for thing in app.walk(app.find('tree table', name)) if thing.get_role_name() == 'table row']
    headings = [thing.get_name() for thing in app.walk(rows[0]) if thing.get_role_name() == 'label']
    cells = [[thing.get_name() for thing in app.walk(row) if thing.get_role_name() == 'table cell'] for row in rows[1:]]
    return [dict(zip(headings, row)) for row in cells if row]


def test_which_services_when_how_sure(app):
    """1. Which services will not cope, when, and how sure are we?"""
    app.click('button', 'Show _More')
    wait(lambda: len(items(app, 'What Will Not Suffice and When')) > 10, 'all that will not suffice')
    ranking = items(app, 'What Will Not Suffice and When')
    short = [name for name, text in ranking.items() if verdict(app, 'Does not suffice') in text]
    assert short and short == list(ranking)[:len(short)], ranking
    assert all(beginning(app, 'Data: %s') in text for text in ranking.values()), ranking
    assert any(app.tr('Decide now') in text for text in ranking.values()), ranking
    assert any(beginning(app, 'In the peaks: %s') in text for text in ranking.values()), ranking
    assert any(beginning(app, 'Decide by %s') in text for text in ranking.values()), ranking

    app.activate('show-service', f"<'{short[0]}'>")
    app.find('heading', 'Capacity does not suffice already now.')
    figures = items(app, 'Key Figures')
    assert figures[app.tr('Runs Short')].startswith(app.tr('Already now')), figures
    assert '80%' in figures[app.tr('Forecast')].replace('\u00a0', '').replace('\u202f', '').replace(' ', ''), figures


def test_first_heading(app):
    """The table of resources begins with the heading of their first kind, not below it."""
    app.action('win.show-resources')
    shown = app.find('tree table', 'Resources')

    def place(thing):
        return Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW)

    def is_in_sight():
        columns, *rows = [thing for thing in app.walk(shown) if thing.get_role_name() == 'table row']
        heading = app.look('label', 'People', root=shown)
        return heading and place(columns).y + place(columns).height <= place(heading).y < place(rows[0]).y

    wait(lambda: app.look('table row', lambda name: name == 'Aprūpētāji'), 'the resources')
    wait(is_in_sight, 'the first heading')


def test_what_is_short(app):
    """2. What exactly is short: people, counter, system, money?"""
    app.action('win.show-resources')
    app.choose(app.tr('All Verdicts'), verdict(app, 'Does not suffice'))
    unlike = verdict(app, 'Suffices')
    wait(lambda: not app.look('table cell', lambda name: name == unlike), 'only what is short')
    rows = table(app, 'Resources')
    kinds = {row[app.tr('Kind')] for row in rows}
    assert app.tr('People') in kinds, rows
    for row in rows:
        assert row[app.tr('Verdict')] == verdict(app, 'Does not suffice'), row
        assert row[app.tr('Short or to Spare')] != '–', row
    people = next(row for row in rows if row[app.tr('Kind')] == app.tr('People'))
    return people[app.tr('Resource')]


def test_who_is_hit(app, resource):
    """…and which services that hits."""
    app.activate('show-resource', f"<'{resource}'>")
    app.find('heading', 'There is too little already now.')
    assert len(items(app, 'Who Needs It')) > 1


def test_what_limits(app):
    """…and what limits a service, also where somebody has given it a capacity: now, and in the months ahead."""
    contradiction = app.tr('The capacity given is %1$s, but if as many came, “%2$s” would allow only %3$s. '
                           'The verdicts go by the capacity given.')
    app.activate('show-service', "<'BUV-01'>")
    allows = contradiction.split('%2$s')[1].split('%3$s')[0]
    counts = contradiction.split('. ')[-1]
    app.find('label', lambda name: f'Būvinspektori un arhitekti{allows}' in name and name.endswith(counts))

    app.activate('show-service', "<'SOC-05'>")
    then = app.tr('%1$s, then %2$s').replace('%1$s', '').replace('%2$s', 'Aprūpētāji')
    app.find('label', lambda name: app.tr('the capacity given') in name and f'{then}.' in name)
    app.focus(app.find('image', 'Demand and capacity'))
    said = Listener().after(app.press, 'End')
    assert f'{app.tr_in("chart", "Limited by")}: Aprūpētāji' in said, said
    app.press('t')
    heading = app.tr_in('chart', 'Limited by')
    app.find('label', lambda name: name == heading, root=app.find('tree table', 'Demand and capacity'))
    app.press('t')

    app.action('win.show-data')
    allows = app.tr('%1$s: would allow %2$s a month, given are %3$s').split('%2$s')[0]
    detail = allows.replace('%1$s', 'Būvinspektori un arhitekti')
    app.find('label', lambda name: app.tr('A resource allows less than the capacity given') in name and detail in name)


def test_thresholds(app):
    """…and by which thresholds: the chart has them as lines, which its cursor names."""
    for service, line in (('Izziņa par deklarēto dzīvesvietu', 'Too little use: below %s'),
                          ('Deklarētās dzīvesvietas reģistrēšana', 'Prudent use in the peaks: %s')):
        app.activate('show-service', f"<'{service}'>")
        app.find('grouping', service)
        app.focus(app.find('image', 'Demand and capacity'))
        said = Listener().after(app.press, 'End')
        for name in ('Prudent use: %s', line):
            assert app.tr_in('chart', name).split('%')[0] in said, said


def test_what_is_too_much(app):
    """3. Where do we have too much?"""
    app.action('win.show-resources')
    app.choose(verdict(app, 'Does not suffice'), verdict(app, 'Too much'))
    wait(lambda: not app.look('table cell', lambda name: name == verdict(app, 'Does not suffice')), 'only what is too much')
    rows = table(app, 'Resources')
    assert rows
    for row in rows:
        assert row[app.tr('Verdict')] == verdict(app, 'Too much'), row
        assert row[app.tr('Short or to Spare')] != '–', row
    assert any('€' in row[app.tr('Possible Saving')] for row in rows), rows


def test_queues(app):
    """4. How much work is in the queue and how many days to clear it?"""
    app.action('win.show-services')
    queues = wait(lambda: [row[app.tr('Queue')] for row in table(app, 'Services') if row[app.tr('Queue')] != '–'], 'queues')
    assert any(re.search(r'\d+ .*, .*\d+ ', text) for text in queues), queues


def test_who_has_not_sent(app):
    """9. Who has not sent their numbers?"""
    app.action('win.show-data')
    late = app.translation.ngettext('%u service with old volumes', '%u services with old volumes', 2) % 2
    row = app.find('list item', lambda name: name == late)
    go_to(app, app.find('list', 'What Is Missing'), late)
    app.press('Return')
    stale = wait(lambda: [text for text in (' '.join(app.texts(thing)) for thing in app.walk(row)
                          if thing.get_role_name() == 'list item') if app.tr('; out of date') in text], 'the services')
    assert any(' · ' in text for text in stale), stale  # and whom to ask


def test_one_page(app, path):
    """10. Give me one page for the head of the institution, in Latvian, now."""
    app.action('win.show-overview')
    app.find(name='Services by Verdict')
    app.focus(app.find('toggle button', 'Export as PDF'))
    app.press('Return')
    wait(lambda: any(thing.get_role_name() == 'menu item' and thing.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for thing in app.walk()), 'the menu')
    app.press_on('Return')
    app.choose_file('Export as PDF', path)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 10000, path)
    pages = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    assert re.search(r'^Pages: +1$', pages, re.M), pages
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    assert app.tr('Overview of the institution') in text, text


def main():
    with tempfile.TemporaryDirectory() as folder:
        app = App(language=LANGUAGE)
        open_sample(app)
        test_which_services_when_how_sure(app)
        test_first_heading(app)
        test_who_is_hit(app, test_what_is_short(app))
        test_what_limits(app)
        test_thresholds(app)
        test_what_is_too_much(app)
        test_queues(app)
        test_who_has_not_sent(app)
        test_one_page(app, f'{folder}/lapa.pdf')
        app.close()


main()
