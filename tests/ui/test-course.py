"""The charts of queue, season, control and use of the invented institution: named, told in a sentence, as a table, with "Why?"; and
days on which a resource is out of use."""
import sys
import tempfile

from ui import App, Atspi, Listener, wait

LANGUAGE = sys.argv[1]
SERVICE = 'KAC-05'  # what waits is counted
IN_CHANNELS = 'KAC-01'  # counted by channel
HOURLY = 'KAC-04'  # calls are counted by the hour
WITH_TERM = 'BUV-02'  # to be done within three weeks
RESOURCE = 'R-BUV'  # more is needed of it than there is
COUNTERS = 'R-LOGI'


def open_sample(app):
    app.focus(app.find('list item', 'Look at the _Sample'))
    app.press('Return')
    app.find(name='Services by Verdict')
    app.action('window.close')
    wait(lambda: app.root.get_child_count() == 1, 'the sample alone')


def why(app, title):
    """The button in the header of the chart's card, which the heading stands before."""
    header = app.find('heading', title).get_parent()
    return app.find('toggle button', lambda name: name.startswith(app.tr('Why?')), root=header)


def explained(app, title):
    """What "Why?" says of a chart, line by line; Escape closes it."""
    button = why(app, title)
    app.focus(button)
    app.press('Return')
    popover = app.find('grouping', 'Explanation')
    lines = wait(lambda: [thing.get_name() for thing in app.walk(popover) if thing.get_role_name() == 'label'], 'the explanation')
    app.press('Escape')
    app.gone('grouping', 'Explanation')
    return lines


def test_chart(app, title, said):
    """A chart has a name, a sentence that is its description, and a table on T."""
    chart = app.find('image', title)
    description = chart.get_description()
    assert said in description, description
    app.find('label', lambda name: name == description)
    app.focus(chart)
    app.press('t')
    table = app.find('tree table', title)
    wait(lambda: any(thing.get_state_set().contains(Atspi.StateType.FOCUSED) for thing in app.walk(table)), 'the focus in the table')
    app.press('t')
    wait(lambda: app.find('image', title).get_state_set().contains(Atspi.StateType.FOCUSED), 'the focus on the chart')


def test_queue(app):
    test_chart(app, 'Queue', app.tr('%1$s. A month of applications may wait: %2$s.').split('$s')[1][:-3])
    lines = explained(app, 'Queue')
    for figure in ('Waiting', 'Growth of the queue', 'Time to clear the queue'):
        assert app.tr(figure) in lines, lines


def test_term(app):
    """A service with a term of its own says how many may wait by it, and "Why?" names it."""
    app.activate('show-service', f"<'{WITH_TERM}'>")
    within = app.translation.ngettext('%1$s. What comes within the term of %3$u working day may wait: %2$s.',
                                      '%1$s. What comes within the term of %3$u working days may wait: %2$s.', 15)
    said = within.split('$s')[1].replace('%3$u', '15')[:-3]
    app.find('label', lambda name: said in name)
    test_chart(app, 'Queue', said)
    lines = explained(app, 'Queue')
    for line in ('May wait', 'Term within which a case is to be done', 'Working days of the year'):
        assert any(app.tr(line) in text for text in lines), lines
    app.activate('show-service', f"<'{SERVICE}'>")
    app.find('image', 'Volumes by kind')


def test_season(app):
    test_chart(app, 'Season', app.tr('In a usual year most comes in %1$s, %2$s above the mean, and least in %3$s, %4$s below it.').split('%')[0])
    lines = explained(app, 'Season')
    assert app.tr('The fullest month of a usual year, against the mean') == lines[0], lines
    assert sum(line.startswith(app.tr('Against the mean')) for line in lines) == 12, lines


def test_hours(app):
    """What is counted by the hour tells how a working day goes."""
    test_chart(app, 'Busy hours', app.tr('On a working day most comes at %1$s: %2$s on average, %3$s of the day. Mean of %4$s day.').split('%')[0])
    app.focus(app.find('image', 'Busy hours'))
    listener = Listener()
    assert '8–9' in listener.after(app.press, 'Home')


def test_weekdays(app):
    """What is counted by the day or the hour tells how the days of a week differ, the mean last."""
    test_chart(app, 'By day of the week', app.tr_in('on weekday', 'on Mondays'))
    app.focus(app.find('image', 'By day of the week'))
    listener = Listener()
    assert app.tr_in('weekday', 'Monday') in listener.after(app.press, 'Home')
    assert app.tr_in('chart', 'Mean') in listener.after(app.press, 'End')


def test_makeup(app):
    """A volume with a season is shown without it too."""
    said = app.find('image', 'Level, season and the rest').get_description()
    assert app.tr('The rest is at most %s in four months of five.').split('%')[0] in said, said
    assert app.tr('The season lifts it by up to %1$s and lowers it by up to %2$s.').split('%')[0] in said, said


def test_control(app):
    test_chart(app, 'Signal or chance', app.tr('By chance alone a month brings from %1$s to %2$s, once the season is taken out.').split('%')[0])
    lines = explained(app, 'Signal or chance')
    assert app.tr('Months that show more than chance') == lines[0], lines
    for line in ('Lower limit of chance', 'Upper limit of chance'):
        assert app.tr(line) in lines, lines
    marked = sum(line.startswith(app.tr('More than chance') + ',') for line in lines)
    assert str(marked) == lines[1], lines


def test_parts(app):
    """What came by kind and by channel, one at a time where both were counted."""
    test_chart(app, 'Volumes by kind', app.tr('Failure demand, which comes because something went wrong (incidents, problems, complaints): %s.').split('%')[0])
    app.activate('show-service', f"<'{IN_CHANNELS}'>")
    test_chart(app, 'Volumes by channel', app.tr('Of what came in the last 12 months: %s.').split('%')[0])
    app.focus(app.find('image', 'Volumes by channel'))
    listener = Listener()
    assert 'Klātienē' in listener.after(app.press, 'Home')
    assert 'Pa tālruni' in listener.after(app.press, 'Down')


def test_use(app):
    """What is needed in each mode against what is prudent; of all resources together the fullest stands first."""
    test_chart(app, 'Need, prudent use and capacity', app.tr('%1$s: %2$s of capacity is needed, up to %3$s is prudent.').split('%3$s')[1])
    lines = explained(app, 'Need, prudent use and capacity')
    assert app.tr('Verdict in the peaks') in lines, lines
    app.focus(app.find('image', 'Need, prudent use and capacity'))
    listener = Listener()
    assert app.tr_in('mode', 'Regular') in listener.after(app.press, 'Home')
    said = listener.after(app.press, 'Down')
    for word in (app.tr_in('mode', 'Peak'), app.tr_in('column', 'Prudent use')):
        assert word in said, said
    app.action('win.show-resources')
    app.click('radio button', 'Use')
    test_chart(app, 'Use of resources now', app.tr('What services need of each resource, against what is prudent and what there is. Rows above '
                                                   'what is prudent: %1$s; of them above what there is: %2$s.').split('%')[0])


def test_maintenance(app):
    """Days on which less works are a capacity of their own, taken back in one step; wrong ones are said beside the field."""
    app.focus(app.find('toggle button', 'Resource Menu'))
    app.press('Return')
    wait(lambda: any(item.get_role_name() == 'menu item' and item.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for item in app.walk()), 'the menu')
    app.press_on(app.mnemonic('Plan _Maintenance…'))
    dialog = app.find('dialog', 'Maintenance')
    app.type(app.find('text', 'First Day', root=dialog), '12.4.2027.')
    app.type(app.find('text', 'Last Day', root=dialog), '1.4.2027.')
    app.type(app.find('text', 'What Still Works, %', root=dialog), '50')
    app.click('button', '_Save', root=dialog)
    app.type(app.find('text', 'This is before the first day', root=dialog), '16.4.2027.')
    app.click('button', '_Save', root=dialog)
    app.gone('dialog', 'Maintenance')
    row = app.tr('Regularly, %1$s to %2$s').split('%1$s')[0]
    app.find('text', lambda name: name.startswith(row) and name.endswith(' · ' + app.tr('Maintenance')))
    app.all_named()
    app.action('win.undo')
    app.gone('text', lambda name: name.startswith(row) and name.endswith(app.tr('Maintenance')))


def test_names(app):
    """Each "Why?" is called by what it explains."""
    why = app.tr('Why?')
    names = [thing.get_name() for thing in app.walk() if thing.get_name().startswith(why) and thing.get_role_name() == 'toggle button']
    assert len(names) > 10 and why not in names and len(names) == len(set(names)), names
    assert f'{why} {app.tr("Trend")}' in names, names


def volumes(path):
    """Two years of months, by channel and by kind."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Mēnesis;Kanāls;Veids;Apjoms\n')
        for i in range(24):
            for k, (channel, kind) in enumerate((c, k) for c in ('Klātienē', 'Pa pastu') for k in ('Pakalpojuma pieprasījums', 'Sūdzība')):
                file.write(f'Laulības;{2024 + i // 12}-{i % 12 + 1:02d};{channel};{kind};{40 - 8 * k + i % 5}\n')


def test_choice():
    """Where volumes are told apart in more than one way, one is chosen, and the other is a key away."""
    with tempfile.TemporaryDirectory() as folder:
        volumes(f'{folder}/Apjomi.csv')
        app = App('--portfolio', f'{folder}/test.capacity', language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        app.run('--import', f'{folder}/Apjomi.csv')
        dialog = app.find('dialog', 'Import Data')
        app.find('label', 'Apjomi.csv', root=dialog)
        app.click('button', '_Import', root=dialog)
        app.gone('dialog', 'Import Data')
        app.activate('show-service', "<'Laulības'>")
        app.find('image', 'Volumes by kind')
        app.all_named()
        app.click('radio button', 'By Channel')
        test_chart(app, 'Volumes by channel', 'Pa pastu')
        assert not app.look('image', 'Volumes by kind')
        app.close()


def main():
    app = App(language=LANGUAGE)
    open_sample(app)
    app.activate('show-service', f"<'{SERVICE}'>")
    test_queue(app)
    test_term(app)
    test_season(app)
    test_makeup(app)
    test_control(app)
    test_names(app)
    app.all_named()
    test_parts(app)
    app.all_named()
    app.activate('show-service', f"<'{HOURLY}'>")
    test_weekdays(app)
    test_hours(app)
    app.all_named()
    app.activate('show-resource', f"<'{RESOURCE}'>")
    test_use(app)
    app.all_named()
    app.activate('show-resource', f"<'{COUNTERS}'>")
    test_maintenance(app)
    app.close()
    test_choice()


main()
