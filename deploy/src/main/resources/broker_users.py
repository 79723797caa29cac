"""Makes the broker's virtual host, users, permissions and policies by its management API, as definitions.json says.

Environment: BROKER (https://host), DEFINITIONS (JSON), ADMINISTRATOR_PASSWORD, and API_PASSWORD and WORKER_PASSWORD for
the users of these names. May be run again: what is there is overwritten.
"""
import base64
import json
import os
import urllib.parse
import urllib.request


def put(path, body):
    names = "/".join(urllib.parse.quote(name, safe="") for name in path)
    request = urllib.request.Request(f"{os.environ['BROKER']}/api/{names}", json.dumps(body).encode(), method="PUT")
    login = f"administrator:{os.environ['ADMINISTRATOR_PASSWORD']}"
    request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=30):
        print("made", names)


definitions = json.loads(os.environ["DEFINITIONS"])
for vhost in definitions["vhosts"]:
    put(["vhosts", vhost["name"]], {"default_queue_type": "quorum"})
for user in definitions["users"]:
    put(["users", user["name"]], {"password": os.environ[user["name"].upper() + "_PASSWORD"], "tags": ""})
for permission in definitions["permissions"]:
    put(["permissions", permission["vhost"], permission["user"]],
        {key: permission[key] for key in ("configure", "write", "read")})
for policy in definitions["policies"]:
    put(["policies", policy["vhost"], policy["name"]],
        {key: policy[key] for key in ("pattern", "definition", "priority", "apply-to")})
