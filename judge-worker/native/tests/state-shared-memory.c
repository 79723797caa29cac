// expect: exit=0 killed=NONE
// given: slots=2
// Nor by named memory, semaphores or queues, of which there are none.
#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void) {
    if (shm_open("/state", O_RDWR | O_CREAT, 0666) >= 0 || sem_open("/state", O_CREAT, 0666, 1) != SEM_FAILED)
        return 1;
    if (mq_open("/state", O_RDWR | O_CREAT, 0666, 0) >= 0)
        return 2;
    return shmget(1, 4096, IPC_CREAT | 0666) >= 0 || semget(1, 1, IPC_CREAT | 0666) >= 0 || msgget(1, IPC_CREAT | 0666) >= 0;
}
