from zzlib import *
narrow(w=1100,h=800,dpi=1)
app=sample()
app.find(name='Services by Verdict')
app.action('win.institution'); d=app.find('dialog','Institution')
app.click('page tab','Units',root=d); time.sleep(.7); 
app.focus(app.find('list item',lambda n:n.startswith('Sociālais'),root=d)); app.press('Return'); time.sleep(.8); shot('b0')
d2=app.find('dialog','Unit of the Institution'); 
print([x.get_name() for x in app.walk(d2) if x.get_role_name()=='button'])
b=[x for x in app.walk(d2) if x.get_role_name()=='button' and 'zēst' in x.get_name()]
if b: b[0].get_action_iface().do_action(0); time.sleep(1); shot('b1')
app.press('Escape'); time.sleep(.5)
app.click('page tab','Roles',root=d); time.sleep(1); shot('b2')
app.click('page tab','Calendar',root=d); time.sleep(1); shot('b3')
