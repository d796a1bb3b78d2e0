"""A group of people, what a service needs of it, and what that says; changes of its posts, sharing, the table of needs."""
import contextlib
import os
import sqlite3
import sys
import tempfile

from ui import App, Atspi, wait

LANGUAGE = sys.argv[1]
FIRST = 'Laulības reģistrēšana'
SECOND = 'Miršanas reģistrēšana'
GROUP = 'Reģistratori'
DECIMAL = ',' if LANGUAGE == 'lv' else '.'


def volumes(path):
    """Five years of months, 100 a month of each service."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for service in (FIRST, SECOND):
            for i in range(58):
                file.write(f'{service};{2022 + i // 12}-{i % 12 + 1:02d};{99 + i % 3}\n')


def import_volumes(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')


def fill(app, name, text):
    app.type(app.find('text', name), text)


def test_new_people(app):
    """The hours that posts have are shown as they are typed; what is new opens its page."""
    app.action('win.show-resources')
    app.find('label', 'No Resources Yet')
    app.action('win.new-resource')
    app.find('dialog', 'New Resource')
    app.press('Return')
    app.find('text', 'Give the resource a name')
    fill(app, 'Give the resource a name', GROUP)
    fill(app, 'Posts', '1')
    fill(app, 'Days of Leave of a Post a Year', '20')
    fill(app, 'Other Duties, % of the Remaining Time', '150')
    app.press('Return')
    app.find('text', 'Write a percentage from 0 to 99')
    fill(app, 'Write a percentage from 0 to 99', '20')
    hours = app.tr('%1$s of %2$s hours, %3$s of each post').split('%')[0]
    app.find('list item', lambda name: app.tr('Net Hours This Month') in name and hours in name)
    # Pressed twice it is added once.
    app.press('Return', 'Return')
    app.gone('dialog', 'New Resource')
    app.find('grouping', lambda name: name == GROUP)
    # The page has the focus, so that its keys act at once.
    app.press('F2')
    app.find('dialog', 'Edit Resource')
    app.escape(lambda: not app.look('dialog', 'Edit Resource'), 'the dialog to go')
    app.action('win.show-resources')
    app.find('table row', lambda name: name == GROUP)
    assert sum(thing.get_role_name() == 'table row' and thing.get_name() == GROUP for thing in app.walk()) == 1
    show_resource(app)


def test_decimals(app):
    """What is shown in a form to be edited is all there: saving something else changes none of it."""
    edit(app, {'Posts': f'1{DECIMAL}25', 'Days of Leave of a Post a Year': f'20{DECIMAL}5'})
    edit(app, {'Note': 'Kopā ar filiāli'})
    app.press('F2')
    app.find('dialog', 'Edit Resource')
    assert app.text(app.find('text', 'Posts')) == f'1{DECIMAL}25'
    assert app.text(app.find('text', 'Days of Leave of a Post a Year')) == f'20{DECIMAL}5'
    app.escape(lambda: not app.look('dialog', 'Edit Resource'), 'the dialog to go')
    app.action('win.undo')
    app.action('win.undo')


def show_resource(app):
    app.action('win.show-resources')
    app.focus(app.find('table row', lambda name: name == GROUP))
    app.press('Return')
    app.find('grouping', lambda name: name == GROUP)


def test_need(app):
    """A need makes a verdict."""
    show_resource(app)
    app.find('heading', 'No service says that it needs this. Say what a case of each service takes of it.')
    app.click('button', 'Add a Need')
    app.find('dialog', 'What a Case Takes')
    fill(app, 'How Much One Case Takes', f'2{DECIMAL}5')
    app.press('Return')
    app.gone('dialog', 'What a Case Takes')
    app.find('heading', 'There is too little already now.')
    app.find('image', 'From posts to net hours')
    app.all_named()


def test_wrong_amount(app):
    """What is no amount is said below it, until something else is typed."""
    problem = 'Write a number above zero, such as 0.5'
    before = app.tr('%1$s a case: %2$s').split('%1$s')[1].split('%2$s')[0]
    entry = app.find('text', lambda name: before in name and FIRST in name)
    app.enter(entry, '0')
    app.find('label', problem)
    app.enter(entry, f'2{DECIMAL}5')
    app.gone('label', problem)


def test_norm(app):
    """What was measured may have a norm beside it; a wrong one is said, and what is no measurement has none."""
    row = app.find('list item', FIRST)
    app.focus(row)
    app.press('Return')
    app.find('dialog', 'What a Case Takes')
    assert not app.look('text', 'Norm, If There Is One')
    app.choose_in_row('How It Is Known', app.tr_in('basis', 'Measured'))
    fill(app, 'Norm, If There Is One', '0')
    app.click('button', '_Save')
    fill(app, 'Write a number above zero, such as 0.5', '2')
    app.click('button', '_Save')
    app.gone('dialog', 'What a Case Takes')
    part = app.tr('Measured, %1$s more than the norm, which is %2$s').split('%1$s')[1].split('%2$s')[0]
    app.find('label', lambda name: part in name and name.startswith(app.tr('All')))
    app.action('win.undo')
    app.gone('label', lambda name: part in name)


def test_change(app):
    """More posts that are approved settle it; undo takes them back."""
    app.click('button', '_Plan a Change')
    app.find('dialog', 'Change of Capacity')
    fill(app, 'How Many', '4')
    app.press('Return')
    app.gone('dialog', 'Change of Capacity')
    app.find('heading', lambda name: name in (app.tr('There is enough for the services that need it.'),
                                              app.tr('There is more than the services need.')))
    app.action('win.undo')
    app.find('heading', 'There is too little already now.')


def edit(app, fields):
    """Fill fields of the resource in its dialog."""
    app.press('F2')
    app.find('dialog', 'Edit Resource')
    for name, text in fields.items():
        fill(app, name, text)
    app.press('Return')
    app.gone('dialog', 'Edit Resource')


def says(app, row, message):
    """Wait until a row says what a message begins with, or has before its second value."""
    part = max(app.tr(message).replace('%s', '%1$s').split('%1$s'), key=len).split('%2$s')[0].rstrip()
    app.find('list item', lambda name: name == app.tr(row))
    wait(lambda: app.look('label', lambda name: part in name, root=app.look('list item', app.tr(row))), part)


def test_saving(app):
    """What no mode needs of too many posts is a figure with its grounds."""
    edit(app, {'Posts': '20', 'Cost a Year, €': '400000'})
    says(app, 'Possible Saving', 'up to %s a year')
    app.action('win.undo')
    app.find('heading', 'There is too little already now.')
    assert not app.look('list item', app.tr('Possible Saving'))


def test_waiting(app):
    """Open hours make a line: it grows where more come than can be served, else it has a wait; the formula is said."""
    app.press('F2')
    app.find('dialog', 'Edit Resource')
    fill(app, 'Hours Open on a Working Day', '30')
    app.press('Return')
    app.find('text', 'Write a number of hours, up to 24')
    fill(app, 'Write a number of hours, up to 24', '1')
    app.press('Return')
    app.gone('dialog', 'Edit Resource')
    says(app, 'Waiting in Line', 'More people come than can be served: the line grows by %s an hour.')
    edit(app, {'Posts': '4', 'Turn Comes Within, Minutes': '15', 'For How Many, % of People': '80'})
    says(app, 'Waiting in Line', '%1$s of people wait; the mean of all is %2$s.')
    row = app.find('list item', 'Places')
    app.focus(app.find('toggle button', lambda name: name.startswith(app.tr('Why?')), root=row))
    app.press('Return')
    popover = app.find('grouping', 'Explanation', root=row)
    lines = wait(lambda: app.texts(popover), 'the explanation')
    for figure in ('Places open at once', 'Places needed for the promise', 'Posts that staff these places'):
        assert app.tr(figure) in lines, lines
    app.press('Escape')
    app.all_named()
    edit(app, {'Hours Open on a Working Day': '8'})
    app.find('heading', 'There is enough for the work, but people wait longer than was promised.')
    for _ in range(3):
        app.action('win.undo')
    app.gone('list item', 'Waiting in Line')


def is_short(app, service):
    """Whether the page says that the service gets less than it takes."""
    short = app.tr('Takes %1$s %2$s, %3$s of all that is needed, and gets %4$s: too little').split('%4$s')[0].split('%3$s')[1]
    row = app.find('list item', lambda name: name == service)
    return bool(app.look('label', lambda name: short in name, root=row))


def test_sharing(app):
    """Two services need more than there is: alike both are short, by share and by order the one that is favoured is not."""
    app.activate('show-service', f"<'{SECOND}'>")
    app.click('button', 'Add a Need')
    fill(app, 'How Much One Case Takes', '1')
    app.press('Return')
    app.gone('dialog', 'What a Case Takes')
    show_resource(app)
    wait(lambda: is_short(app, FIRST) and is_short(app, SECOND), 'both to be short')
    app.action('win.show-resources')
    app.find('table cell', f'{FIRST}; {SECOND}')
    show_resource(app)

    app.choose_in_row('Rule', app.tr_in('sharing', 'Each gets its share'))
    app.enter(app.find('text', app.tr('%s, share in %%') % SECOND), '100')
    wait(lambda: is_short(app, FIRST) and not is_short(app, SECOND), 'the one with the share to have enough')
    app.find('label', 'When there is not enough of it for all')
    app.enter(app.find('text', app.tr('%s, share in %%') % FIRST), '33.3')
    sum_of_shares = app.tr('The shares add up to %s: more than there is.') % ('133\xa0%' if LANGUAGE == 'lv' else '133%')
    app.find('label', lambda text: text == sum_of_shares)
    wait(lambda: app.text(app.find('text', app.tr('%s, share in %%') % FIRST)) == ('33,3' if LANGUAGE == 'lv' else '33.3'),
         'the share as it was typed')

    app.choose_in_row('Rule', app.tr_in('sharing', 'In order of priority'))
    app.enter(app.find('text', app.tr('%s, priority from 1 to 9') % FIRST), '2')
    app.enter(app.find('text', app.tr('%s, priority from 1 to 9') % SECOND), '1')
    wait(lambda: is_short(app, FIRST) and not is_short(app, SECOND), 'the first in order to have enough')
    app.action('win.undo')


def test_export(app, path):
    app.click('button', 'Export Resource Sheet as PDF')
    app.choose_file('Export as PDF', path)
    wait(lambda: os.path.exists(path) and open(path, 'rb').read(5) == b'%PDF-', path)


def cell_of(app, amount):
    """The cell of the first service: its name ends with what is in it."""
    return app.find('table cell', lambda name: name.startswith(FIRST) and name.endswith(f': {amount}'))


def paste_over(app, text, amount):
    """Put a text on the clipboard by way of the search, and paste it in a cell."""
    search = app.find('entry', 'Search services')
    app.focus(search)
    app.type(search, text)
    app.gone('table cell', FIRST)
    app.press('ctrl+a', 'ctrl+x')
    app.focus(cell_of(app, amount))
    app.press('ctrl+v')


def test_grid(app):
    """A number is typed in a cell, one from the clipboard is pasted, and what is no number is refused."""
    app.action('win.show-resources')
    app.click('radio button', 'What Services Need')
    app.find('tree table', 'What services need of resources')
    app.all_named()
    app.focus(cell_of(app, f'2{DECIMAL}5'))
    app.press('3')
    app.find(name=app.tr('What a case of “%s” takes') % FIRST)
    app.press_on('Return')
    cell_of(app, '3')

    app.click_mouse(cell_of(app, '3'), 2)
    app.find(name=app.tr('What a case of “%s” takes') % FIRST)
    app.press_on('ctrl+a', 'minus', '5', 'Return')
    wrong = app.find(name=app.tr('What a case of “%s” takes') % FIRST)
    wait(lambda: wrong.get_state_set().contains(Atspi.StateType.INVALID_ENTRY), 'to be told what may be written')
    assert app.text(wrong) == '-5', app.text(wrong)
    app.press_on('ctrl+a', '6', 'Return')
    cell_of(app, '6')
    app.press('Up', '3')
    app.find(name=app.tr('What a case of “%s” takes') % FIRST)
    app.press_on('Return')
    cell_of(app, '3')

    paste_over(app, '4', '3')
    cell_of(app, '4')
    paste_over(app, 'daudz', '4')
    app.find(name='Nothing Was Pasted')
    app.press('Escape')
    cell_of(app, '4')


def portfolio():
    """What the program has kept, for what it would take long to enter."""
    return contextlib.closing(sqlite3.connect(f'{os.environ["XDG_DATA_HOME"]}/capacity/portfolio.capacity'))


def add_resources(n):
    with portfolio() as store, store:
        (kind,) = store.execute('SELECT kind FROM resource').fetchone()
        store.executemany('INSERT INTO resource (id, name, kind) VALUES (?, ?, ?)',
                          [(os.urandom(16), f'Telpa {i:02}', kind + 1) for i in range(n)])


def add_users(n):
    """Services that need the group of people."""
    with portfolio() as store, store:
        ((group, request),) = store.execute('SELECT DISTINCT resource, request FROM need')
        for i in range(n):
            service = os.urandom(16)
            store.execute('INSERT INTO service (id, name, benefit) VALUES (?, ?, 0)', (service, f'Izziņa {i:02}'))
            store.execute('INSERT INTO need (id, service, resource, request, amount) VALUES (?, ?, ?, ?, 1)',
                          (os.urandom(16), service, group, request))


def test_many(app):
    """Of more resources than the table of needs has columns the first are shown, and all are copied."""
    app.close()
    add_resources(45)
    app = App(language=LANGUAGE)
    table = app.find('tree table', 'What services need of resources')
    app.find('label', lambda name: '30' in name and '46' in name)
    wait(lambda: sum(text.startswith('Telpa') for text in app.texts(table)) == 29, 'the first of the resources')
    app.press('ctrl+shift+c')
    copied = wait(lambda: (text := app.clipboard('text/plain;charset=utf-8').decode()).count('Telpa') == 45 and text,
                  'the table of all resources')
    assert len({len(line.split('\t')) for line in copied.splitlines()}) == 1, copied
    app.choose(app.tr('All Kinds'), app.tr_in('resource', 'People'))
    app.gone('label', lambda name: '30' in name and '46' in name)
    return app


def test_filters_are_kept(app):
    """The form and the kind that was chosen are there again next time."""
    people = app.tr_in('resource', 'People')
    app.close()
    app = App(language=LANGUAGE)
    app.find('tree table', 'What services need of resources')
    app.find('toggle button', lambda name: name == f'{app.tr("Kind")}: {people}')
    app.click('radio button', 'Table')
    app.find('table row', lambda name: name == GROUP)
    return app


def test_many_users(app):
    """Of more services than fill a window each comes to the page in the end, and can be favoured."""
    app.close()
    add_users(30)
    app = App(language=LANGUAGE)
    app.find('tree table', 'Resources')
    show_resource(app)
    users = [f'Izziņa {i:02}' for i in range(30)]
    wanted = {('list item', user) for user in users} | {('text', app.tr('%s, priority from 1 to 9') % user) for user in users}
    wait(lambda: wanted <= {(thing.get_role_name(), thing.get_name()) for thing in app.walk()}, 'all that need it')
    return app


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = f'{folder}/apjomi.csv'
        volumes(path)
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        import_volumes(app, path)
        test_new_people(app)
        test_decimals(app)
        test_need(app)
        test_wrong_amount(app)
        test_norm(app)
        test_change(app)
        test_saving(app)
        test_waiting(app)
        test_sharing(app)
        test_export(app, f'{folder}/resurss.pdf')
        test_grid(app)
        app = test_many(app)
        app = test_filters_are_kept(app)
        app = test_many_users(app)
        app.close()


main()
