# A domain contoso.test of Active Directory, by Samba's own provisioning, with units, users and an account in it.
# Run by the python3 that Debian's samba belongs to:  provision.py <folder> <password>
import logging
import sys

import ldb
from samba.auth import system_session
from samba.dsdb import DS_DOMAIN_FUNCTION_2008_R2
from samba.param import LoadParm
from samba.provision import provision
from samba.samdb import SamDB

folder, password = sys.argv[1:]
lp = LoadParm()
provision(
    logging.getLogger("provision"),
    system_session(),
    targetdir=folder,
    realm="CONTOSO.TEST",
    domain="CONTOSO",
    adminpass=password,
    serverrole="active directory domain controller",
    dns_backend="NONE",
    dom_for_fun_level=DS_DOMAIN_FUNCTION_2008_R2,
    hostname="dc1",
    hostip="127.0.0.1",
    useeadb=True,
    lp=lp,
    backend_store="tdb",
    # Shares of files, which nobody asks for here, and which only root could make.
    skip_sysvolacl=True,
)

lp.load(folder + "/etc/smb.conf")
sam = SamDB(url=folder + "/private/sam.ldb", session_info=system_session(), lp=lp)
ROOT = "DC=contoso,DC=test"
sam.transaction_start()
for unit in ["OU=Staff", "OU=Labs,OU=Staff", "OU=Closed", "OU=Sales\\, North"]:
    sam.create_ou("%s,%s" % (unit, ROOT))
sam.newuser("MSOL_1a2b3c4d5e6f", password)
sam.newuser("reader", password)
for name, unit in [
    ("ann", "OU=Staff"),
    ("ben", "OU=Labs,OU=Staff"),
    ("cai", "OU=Staff"),
    ("dot", "OU=Closed"),
    ("eve", "OU=Sales\\, North"),
]:
    sam.newuser(name, password, userou=unit)
sam.newgroup("Writers of passwords")
sam.add_remove_group_members("Domain Admins", ["cai"], add_members_operation=True)
sam.transaction_commit()
