"""The plan of a service and of the institution: a change that is planned, approved and decided, in words and on paper."""
import os
import sys
import tempfile

from ui import App, Atspi, wait

LANGUAGE = sys.argv[1]
SERVICE = 'Laulības reģistrēšana'


def volumes(path):
    """Five years of months, a little over 100 a month."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(58):
            file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{119 + i % 3}\n')


def import_volumes(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')
    app.find('grouping', lambda name: name == SERVICE)


def fill_change(app, value):
    """In the dialog of a change: how many from next year on."""
    dialog = app.find('dialog', 'Change of Capacity')
    app.type(app.find('text', 'How Many', root=dialog), value)
    app.type(app.find('text', 'Valid From', root=dialog), '1.1.2027.')


def test_no_plans(app):
    app.action('win.show-plans')
    app.find(name='Plans of Services')
    app.find('list item', lambda name: name.startswith(SERVICE))
    app.all_named()


def show_plan(app):
    """From the page of the service by the letter in its menu."""
    app.activate('show-service', f"<'{SERVICE}'>")
    app.find('grouping', lambda name: name == SERVICE)
    app.focus(app.find('toggle button', 'Service Menu'))
    app.press('Return')
    wait(lambda: any(item.get_role_name() == 'menu item' and item.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for item in app.walk()), 'the menu')
    app.press_on(app.mnemonic('Capacity _Plan'))
    app.find(name='Changes of Capacity')


def test_change(app):
    """What is only planned helps only the course with planned changes; undo takes it back."""
    app.find(name='No change of capacity is planned yet.')
    app.click('button', '_Plan a Change')
    fill_change(app, '200')
    app.press('Return')
    app.gone('dialog', 'Change of Capacity')
    app.find('list item', lambda name: name.startswith('200 '))
    app.all_named()
    app.action('win.undo')
    app.find(name='No change of capacity is planned yet.')
    app.action('win.redo')
    app.find('list item', lambda name: name.startswith('200 '))


def test_words(app):
    """The manager's own words are kept when the field is left."""
    view = app.find(name='Recommendation', interface='EditableText')
    app.focus(view)
    view.get_editable_text_iface().set_text_contents('Pieņemt vēl vienu darbinieku.')
    other = app.find(name='Assumptions', interface='EditableText')
    app.focus(other)
    other.get_editable_text_iface().set_text_contents('Likums nemainās.')
    app.enter(app.find('text', 'Day of the Decision'), 'rīt')
    app.enter(app.find('text', 'Write a date, such as 23.11.2026.'), '20.11.26')
    wait(lambda: app.text(app.find('text', 'Day of the Decision')) == ('20.11.2026.' if LANGUAGE == 'lv' else '2026-11-20'),
         'the day as it is written')
    app.find('button', lambda name: name.startswith(app.tr('Undo')))


def test_typing(app):
    """What is typed and not entered yet stays while something else changes."""
    entry = app.find('text', 'Decided By')
    app.focus(entry)
    app.type(entry, 'Padome')
    view = app.find(name='Assumptions', interface='EditableText')
    view.get_editable_text_iface().set_text_contents('Likums mainīsies.')
    app.action('win.undo')
    wait(lambda: app.text(app.find('text', 'Day of the Decision')) == '', 'the day to go')
    assert app.text(entry) == 'Padome' and app.text(view) == 'Likums mainīsies.'


def test_export(app, path):
    app.click('button', 'Export Plan as PDF')
    app.choose_file('Export as PDF', path)
    wait(lambda: os.path.exists(path) and open(path, 'rb').read(5) == b'%PDF-', path)


def test_institution(app):
    """The institution's plan names the changes of all services."""
    app.action('win.show-plans')
    app.focus(app.find('list item', lambda name: name.startswith(app.tr('The Institution'))))
    app.press('Return')
    app.find(name='Changes of Capacity')
    app.find('list item', lambda name: name.startswith(f'{SERVICE}: 200 '))
    app.all_named()


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = f'{folder}/apjomi.csv'
        volumes(path)
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        import_volumes(app, path)
        test_no_plans(app)
        show_plan(app)
        test_change(app)
        test_words(app)
        test_typing(app)
        test_export(app, f'{folder}/plāns.pdf')
        test_institution(app)
        app.close()


main()
