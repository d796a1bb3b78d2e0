import sys; sys.path.insert(0,'tests/ui')
import os
from ui import *
def narrow(w=370,h=720,dpi=2):
    folder=os.environ['XDG_CONFIG_HOME']
    open(os.environ['HOME']+'/.Xdefaults','w').write(f'Xft.dpi: {int(dpi*96)}\n')
    os.makedirs(f'{folder}/glib-2.0/settings',exist_ok=True)
    open(f'{folder}/glib-2.0/settings/keyfile','w').write(f'[org/varam/Capacity]\nwindow-width={w}\nwindow-height={h}\n')
def shot(name):
    time.sleep(0.4)
    subprocess.run(['import','-window','root','-crop','1100x800+0+0',f'/work/wt/content/_build-pics/{name}.png'],check=True)
def sample(language='lv'):
    subprocess.run(['_build-tests/tests/benchmarks/make-portfolio','sample',os.environ['HOME']+'/s.capacity'],check=True)
    return App('--portfolio',os.environ['HOME']+'/s.capacity',language=language,environment={'LD_PRELOAD':os.getcwd()+'/_build-pics/dump.so','DUMP_LIMIT':os.environ.get('DUMP_LIMIT','360')})
import signal
def dump(app,what):
    sys.stderr.write(f'##### {what}\n'); sys.stderr.flush()
    time.sleep(0.3); os.kill(app.process.pid, signal.SIGUSR1); time.sleep(0.5)
