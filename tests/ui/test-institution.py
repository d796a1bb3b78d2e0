"""Describe the institution: who it is, its units, its working calendar, roles and known events."""
import struct
import sys
import tempfile
import zlib

from ui import App, wait

LANGUAGE = sys.argv[1]


def show_page(app, name):
    app.click('page tab', name)


def save(app, dialog):
    app.press('Return')
    app.gone('dialog', dialog)


def test_profile(app):
    app.action('win.institution')
    app.find('dialog', 'Institution')
    app.all_named()
    app.enter(app.find('text', 'Registration Number'), '9000 123')
    entry = app.find('text', 'Write the 11 digits of the number')
    app.enter(entry, '9000 1234 567')
    toast = app.toast('Institution changed')
    app.find('button', '_Undo', root=toast.get_parent().get_parent())
    wait(lambda: app.text(app.find('text', 'Registration Number')) == '90001234567', 'the number without blanks')
    hours = app.find('text', 'Hours of a Working Day')
    app.focus(hours)
    app.type(hours, '7,5' if LANGUAGE == 'lv' else '7.5')
    app.action('win.undo')
    wait(lambda: app.text(app.find('text', 'Registration Number')) == '', 'the number to go')
    assert app.text(hours) == ('7,5' if LANGUAGE == 'lv' else '7.5'), app.text(hours)
    app.press('Return')
    app.toast('Institution changed')


def test_profile_fields(app):
    """What is wrong in one field keeps no other from holding, also one that was typed and left."""
    app.enter(app.find('text', 'Prudent Use of People’s Time, %'), 'abc')
    app.find('text', 'Write a percentage from 1 to 100')
    name = app.find('text', 'Name')
    app.focus(name)
    app.type(name, 'Vēja novads (izdomāts)')
    show_page(app, 'Units')
    app.toast('Institution changed')
    show_page(app, 'Profile')
    assert app.text(app.find('text', 'Name')) == 'Vēja novads (izdomāts)'
    wrong = app.find('text', 'Write a percentage from 1 to 100')
    app.enter(wrong, '85')
    app.find('text', 'Prudent Use of People’s Time, %')
    app.action('win.undo')
    wait(lambda: app.text(app.find('text', 'Name')) == '', 'the name to go')


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def write_png(path, width=48, height=64):
    rows = zlib.compress((b'\0' + b'\x80\x10\x30' * width) * height)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
                   + chunk(b'IDAT', rows) + chunk(b'IEND', b''))


def test_emblem(app, folder):
    """A picture is chosen, taken away and given back; what is no picture is refused with the reason."""
    picture, text = f'{folder}/ģerbonis.png', f'{folder}/teksts.png'
    write_png(picture)
    with open(text, 'w', encoding='utf-8') as file:
        file.write('nekas')
    app.click('button', 'Choose an Emblem')
    app.choose_file('Choose an Emblem', text)
    app.toast('Choose a PNG picture of at most 256 KB, not much wider than high')
    app.click('button', 'Choose an Emblem')
    app.choose_file('Choose an Emblem', picture)
    app.click('button', 'Remove the Emblem')
    app.gone('button', 'Remove the Emblem')
    app.action('win.undo')
    app.find('button', 'Remove the Emblem')
    app.all_named()


def add_unit(app, name):
    app.click('button', '_Add…')
    dialog = app.find('dialog', 'Unit of the Institution')
    app.type(app.find('text', 'Name', root=dialog), name)
    app.press('Return')
    return dialog


def test_units(app):
    show_page(app, 'Units')
    add_unit(app, 'Arhīvs')
    app.gone('dialog', 'Unit of the Institution')
    row = app.find('list item', lambda name: name.startswith('Arhīvs'))
    app.find('label', 'no service or resource', root=row)
    dialog = add_unit(app, 'Arhīvs')
    entry = app.find('text', 'Another unit has this name', root=dialog)
    app.type(entry, 'Birojs')
    save(app, 'Unit of the Institution')
    app.focus(app.find('list item', lambda name: name.startswith('Arhīvs')))
    app.press('Return')
    app.find('dialog', 'Unit of the Institution')
    app.all_named()
    app.focus(app.find('button', '_Delete'))
    app.press('Return')
    app.gone('dialog', 'Unit of the Institution')
    wait(lambda: not app.look('list item', lambda name: name.startswith('Arhīvs')), 'the unit to go')
    app.action('win.undo')
    app.find('list item', lambda name: name.startswith('Arhīvs'))


def test_calendar(app):
    show_page(app, 'Calendar')
    app.find('list item', lambda name: name.startswith(app.tr('Public Holidays')))
    app.enter(app.find('spin button', 'Year'), '2027')
    app.click('button', '_Add…')
    dialog = app.find('dialog', 'Moved Working Day')
    app.type(app.find('text', 'Day Off', root=dialog), '26.12.2027')
    app.press('Return')
    entry = app.find('text', 'This day is free already', root=dialog)
    app.type(entry, '2027-05-03')
    app.type(app.find('text', 'Worked Instead', root=dialog), '8.5.2027.')
    save(app, 'Moved Working Day')
    app.find('button', lambda name: '2027' in name and name.startswith(app.tr('Remove')))
    app.action('win.undo')
    wait(lambda: not app.look('button', lambda name: '2027' in name and name.startswith(app.tr('Remove'))), 'the day to go')


def test_roles(app):
    """Nobody has the roles of the institution yet: they stand first, and both are given at once."""
    show_page(app, 'Roles')
    listed = app.find('list', 'Roles')
    vacant = app.tr_in('role', 'Vacant')
    wait(lambda: len([row for row in app.walk(listed) if vacant in row.get_name() and ', ' in row.get_name()]) >= 2,
         'the vacancies')
    app.all_named()
    app.focus(app.find('list item', lambda name: vacant in name and ', ' in name))
    app.press('ctrl+a')
    app.click('button', '_Give to…')
    dialog = app.find('dialog', 'Give a Role')
    app.type(app.find('text', 'Who', root=dialog), 'Anna Piemēra')
    app.press('Return')
    app.gone('dialog', 'Give a Role')
    app.find('list item', lambda name: 'Anna Piemēra' in name)
    wait(lambda: not app.look('list item', lambda name: vacant in name and ', ' in name), 'no vacancy')
    app.action('win.undo')
    app.find('list item', lambda name: vacant in name and ', ' in name)


def test_events(app):
    show_page(app, 'Events')
    app.click('button', '_Add…')
    dialog = app.find('dialog', 'Known Event')
    app.type(app.find('text', 'Name', root=dialog), 'Likuma izmaiņas')
    app.press('Return')
    entry = app.find('text', 'Write a date, such as 23.11.2026.', root=dialog)
    app.type(entry, '01.07.2027.')
    app.type(app.find('text', 'Change of Demand, %', root=dialog), '30')
    app.all_named()
    save(app, 'Known Event')
    row = app.find('list item', lambda name: name.startswith('Likuma izmaiņas'))
    app.find('label', lambda name: '+30' in name, root=row)
    app.focus(row)
    app.press('Return')
    dialog = app.find('dialog', 'Known Event')
    app.focus(app.find('button', '_Delete', root=dialog))
    app.press('Return')
    app.gone('dialog', 'Known Event')
    wait(lambda: not app.look('list item', lambda name: name.startswith('Likuma izmaiņas')), 'the event to go')


def main():
    with tempfile.TemporaryDirectory() as folder:
        app = App('--portfolio', f'{folder}/test.capacity', language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        test_profile(app)
        test_profile_fields(app)
        test_emblem(app, folder)
        test_units(app)
        test_calendar(app)
        test_roles(app)
        test_events(app)
        app.click('button', 'Close', root=app.find('dialog', 'Institution'))
        app.gone('dialog', 'Institution')
        app.close()


main()
