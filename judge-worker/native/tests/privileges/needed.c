#include "needed.h"

#include "../../runner.h"

#include <linux/capability.h>
#include <sys/prctl.h>

const struct capability needed[NEEDED] = {
    {CAP_SYS_ADMIN, "SYS_ADMIN"},
    {CAP_SETUID, "SETUID"},
    {CAP_SETGID, "SETGID"},
    {CAP_KILL, "KILL"},
    {CAP_DAC_OVERRIDE, "DAC_OVERRIDE"},
    {CAP_SETPCAP, "SETPCAP"},
};

static bool is_kept(int capability, int but) {
    if (capability == CAP_SYS_NICE || capability == CAP_CHECKPOINT_RESTORE)
        return true;
    for (int i = 0; i < NEEDED; i++)
        if (needed[i].number == capability)
            return i != but;
    return false;
}

void keep_needed_but(int place) {
    for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++)
        if (!is_kept(capability, place))
            must(prctl(PR_CAPBSET_DROP, capability, 0, 0, 0), "drop capability %d", capability);
}
