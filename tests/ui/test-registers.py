"""Keep the registers: a service with all that is known of it."""
import sys
import tempfile
import time

from ui import App, Atspi, wait

SERVICE = 'Ceļu uzturēšana ziemā'
LANGUAGE = sys.argv[1]


def unfold(app, name):
    """In the dialog: the page behind it may have a row of this name too."""
    app.focus(app.find('list item', name, root=app.find('dialog')))
    app.press('Return')


def fill(app, name, text):
    app.type(app.find('text', name), text)


def shown_text(app, name):
    return app.text(app.find('text', name))


def add_service(app):
    """A name is enough."""
    app.action('win.new-service')
    app.find('dialog', 'New Service')
    app.all_named()
    app.press('Return')
    app.find('text', 'Give the service a name')
    fill(app, 'Give the service a name', SERVICE)
    app.press('Return')
    app.gone('dialog', 'New Service')
    app.find('list', 'Views')


def test_next_steps(app):
    """The page of the new service comes, and says how to go on; the overview does not call what it cannot know calm."""
    app.find('grouping', lambda name: name == SERVICE)
    # The page has the focus, so that its keys act at once.
    app.press('F2')
    app.find('dialog', 'Edit Service')
    app.escape(lambda: not app.look('dialog', 'Edit Service'), 'the dialog to go')
    app.find('button', '_Import Data')
    app.find(name=lambda name: name.startswith(app.tr('What one case takes of each resource. Add the resources first, '
                                                      'under Resources and Capabilities.')))
    assert not app.look('image', 'Demand and capacity')
    app.click('button', '_Type Volumes')
    app.find('dialog', lambda name: name == SERVICE)
    app.press('Escape')
    wait(lambda: not app.look('dialog', lambda name: name == SERVICE), 'the dialog to close')
    app.action('win.show-overview')
    app.find('list item', 'Nothing to Judge By Yet')
    assert not app.look(name='Nothing is known to run short')
    app.action('win.show-data')
    app.find(name='Look at These')
    assert not app.look(name='Trusted Least')


def test_same_name(app):
    """Two services of one name cannot be told apart, unless by a code."""
    app.action('win.new-service')
    app.find('dialog', 'New Service')
    fill(app, 'Name', SERVICE.upper())
    app.press('Return')
    app.find('text', 'Another service has this name: give a code too')
    unfold(app, 'Kind and Identifiers')
    fill(app, 'Code', 'OTRS')
    app.click('button', '_Add', root=app.find('dialog', 'New Service'))
    app.gone('dialog', 'New Service')
    app.action('win.undo')
    app.find('list', 'Views')


def edit_service(app):
    # An undo may still be under way, after which the service is there again.
    wait(lambda: app.activate('show-service', f"<'{SERVICE}'>") or time.sleep(0.5)
         or app.look('grouping', lambda name: name == SERVICE), 'the service')
    app.focus(app.find('button', 'Export Service Sheet as PDF'))
    app.press('F2')
    app.find('dialog', 'Edit Service')


def test_problem(app):
    """What is wrong is said beside the field, and a folded group opens for it."""
    edit_service(app)
    unfold(app, 'Thresholds')
    fill(app, 'Prudent Use in the Peak, %', '250')
    fill(app, 'Done Within, Working Days', '0')
    unfold(app, 'Thresholds')
    app.click('button', '_Save')
    entry = app.find('text', 'Write a percentage from 1 to 100')
    assert app.text(entry) == '250', app.text(entry)
    fill(app, 'Write a percentage from 1 to 100', '92,5' if LANGUAGE == 'lv' else '92.5')
    app.click('button', '_Save')
    fill(app, 'Write a number of working days, up to ten years', '15')


def test_details(app):
    unfold(app, 'Whose It Is')
    fill(app, 'Owner (Service Manager)', 'Ilze Paraudziņa')
    fill(app, 'Substitute', 'Jānis Paraugs')
    unfold(app, 'For Society as a Whole')
    fill(app, 'Cases That Each of Them Brings', '0,2' if LANGUAGE == 'lv' else '0.2')
    app.click('button', '_Save')
    fill(app, 'Say what brings the cases', 'Ceļu kilometri')
    unfold(app, 'Recipient Groups')
    app.enter(app.find('text', 'Add a Group'), 'Autovadītāji')
    app.find('list item', lambda name: name.startswith('Autovadītāji'))
    # What was typed and not added yet is not lost either.
    fill(app, 'Add a Group', 'Gājēji')
    unfold(app, 'Tags')
    fill(app, 'Add a Tag', 'Ziemā')
    app.all_named()
    app.click('button', '_Save')
    app.gone('dialog', 'Edit Service')


def test_register(app):
    """The page says all that is filled in, and has no row for what is not."""
    row = app.find('list item', 'Recipient Groups')
    assert 'Autovadītāji\nGājēji' in app.texts(row), app.texts(row)
    assert ('0,2' if LANGUAGE == 'lv' else '0.2') in app.texts(app.find('list item', 'Cases That Each of Them Brings'))
    assert app.tr_in('benefit', 'Individual benefit') in app.texts(app.find('list item', 'Kind'))
    assert '15' in app.texts(app.find('list item', 'Done Within, Working Days'))
    assert not app.look('list item', 'Life Situations')
    app.all_named()


def test_search(app):
    """The table of services is searched for what the register says, however hastily it is typed, and can be chosen from by it."""
    app.action('win.show-services')
    app.action('win.search')
    entry = app.find(name='Search services', interface='EditableText')
    app.type(entry, 'nekas')
    wait(lambda: not app.look('table row', lambda name: name == SERVICE), 'the service to go')
    app.type(entry, 'GAJEJI')
    wait(lambda: app.look('table row', lambda name: name == SERVICE), 'the service')
    app.click('button', 'Choose Services')
    dialog = app.find('dialog', 'Show Services')
    app.choose_in_row('Tag', 'Ziemā')
    assert not app.look('combo box', 'Life Situation', root=dialog)
    app.escape(lambda: not app.look('dialog', 'Show Services'), 'the dialog to go')
    app.find('table row', lambda name: name == SERVICE)
    app.click('button', 'Show _All')


def test_is_kept(app):
    edit_service(app)
    unfold(app, 'Thresholds')
    assert shown_text(app, 'Prudent Use in the Peak, %') in ('92.5', '92,5')
    assert shown_text(app, 'Done Within, Working Days') == '15'
    unfold(app, 'Whose It Is')
    assert shown_text(app, 'Substitute') == 'Jānis Paraugs'
    unfold(app, 'For Society as a Whole')
    assert shown_text(app, 'What Drives the Demand') == 'Ceļu kilometri'
    unfold(app, 'Recipient Groups')
    app.find('list item', lambda name: name.startswith('Autovadītāji'))
    app.find('list item', lambda name: name.startswith('Gājēji'))


def test_suggestions(app):
    """Names that are in use are offered while one is typed."""
    app.focus(app.find('text', 'Substitute'))
    fill(app, 'Substitute', 'Ilz')
    wait(lambda: app.look('label', lambda name: name == 'Ilze Paraudziņa'), 'the suggestion')
    app.press_on('Down', 'Return')
    wait(lambda: shown_text(app, 'Substitute') == 'Ilze Paraudziņa', 'the name that was chosen')
    app.click('button', '_Cancel')
    app.gone('dialog', 'Edit Service')


def choose(app, name):
    """Choose from the menu of the service by the letter that is underlined."""
    app.focus(app.find('toggle button', 'Service Menu'))
    app.press('Return')
    wait(lambda: any(item.get_role_name() == 'menu item' and item.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for item in app.walk()), 'the menu')
    app.press_on(app.mnemonic(name))


def test_event(app):
    choose(app, '_Known Events…')
    app.click('button', '_Add…')
    dialog = app.find('dialog', 'Known Event')
    app.type(app.find('text', 'Name', root=dialog), 'Bargāka ziema')
    app.type(app.find('text', 'First Day', root=dialog), '1.12.2027.')
    app.type(app.find('text', 'Last Day', root=dialog), '1.11.2027.')
    app.type(app.find('text', 'Change of Cases a Month', root=dialog), '25')
    app.press('Return')
    app.type(app.find('text', 'This is before the first day', root=dialog), '')
    app.press('Return')
    app.gone('dialog', 'Known Event')
    app.find('list item', lambda name: name.startswith('Bargāka ziema'))
    # The toolkit lets the first attempt to close pass while the dialog above has only just gone.
    wait(lambda: app.press('Escape') or time.sleep(0.5) or not app.look('dialog', 'Known Events'), 'the dialog to close')


def test_delete(app):
    """It says what went with the service, and all of it comes back."""
    choose(app, '_Delete')
    lost = app.translation.ngettext('%u event', '%u events', 1).replace('%u', '1')
    app.find('label', lambda name: SERVICE in name and lost in name)
    app.click('button', '_Undo')
    edit_service(app)
    unfold(app, 'Whose It Is')
    assert shown_text(app, 'Owner (Service Manager)') == 'Ilze Paraudziņa'
    app.click('button', '_Cancel')
    app.gone('dialog', 'Edit Service')


def main():
    with tempfile.TemporaryDirectory() as folder:
        app = App('--portfolio', f'{folder}/test.capacity', language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        add_service(app)
        test_next_steps(app)
        test_same_name(app)
        test_problem(app)
        test_details(app)
        test_register(app)
        test_search(app)
        test_is_kept(app)
        test_suggestions(app)
        test_event(app)
        test_delete(app)
        app.close()


main()
