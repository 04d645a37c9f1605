/* Lets programs in the emulated system have more processor time than they allow themselves, about as many times as qemu
   is slower than a real machine: what they bound is work, and there the same work takes longer. */

#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SLOWER 20

int setrlimit64(__rlimit_resource_t resource, const struct rlimit64 *wanted)
{
    struct rlimit64 given = *wanted;
    if (resource == RLIMIT_CPU && given.rlim_cur < RLIM64_INFINITY / SLOWER)
        given.rlim_cur *= SLOWER;
    return (int)syscall(SYS_prlimit64, 0, resource, &given, NULL);
}
