// SPDX-License-Identifier: Apache-2.0
// Preloaded into a process under test: SIGKILL right before the n-th call that leaves a trace on the disk or
// on the network (WAYBILL_KILL_AT=n). WAYBILL_FAIL_SYNC=n: the n-th fsync or fdatasync fails with EIO.
// WAYBILL_KILL_COUNT=FILE: writes how many there were at a normal end.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};

long killAt()
{
    static const long at = [] {
        const char *text = std::getenv("WAYBILL_KILL_AT");
        return text != nullptr ? std::atol(text) : 0L;
    }();
    return at;
}

void count()
{
    if (++calls == killAt())
        ::kill(::getpid(), SIGKILL);
}

/// Pipes and event counters leave no trace.
void countTraces(int descriptor)
{
    struct stat about {
    };
    if (::fstat(descriptor, &about) == 0 && (S_ISREG(about.st_mode) || S_ISSOCK(about.st_mode)))
        count();
}

bool syncFails()
{
    static std::atomic<long> syncs{0};
    static const long at = [] {
        const char *text = std::getenv("WAYBILL_FAIL_SYNC");
        return text != nullptr ? std::atol(text) : 0L;
    }();
    if (++syncs != at)
        return false;
    errno = EIO;
    return true;
}

template <typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

struct Report {
    ~Report()
    {
        const char *path = std::getenv("WAYBILL_KILL_COUNT");
        std::FILE *file = path != nullptr ? std::fopen(path, "w") : nullptr;
        if (file == nullptr)
            return;
        std::fprintf(file, "%ld\n", calls.load());
        std::fclose(file);
    }
} report;

} // namespace

extern "C" {

int fsync(int descriptor)
{
    static auto *const next = real<int(int)>("fsync");
    count();
    return syncFails() ? -1 : next(descriptor);
}

int fdatasync(int descriptor)
{
    static auto *const next = real<int(int)>("fdatasync");
    count();
    return syncFails() ? -1 : next(descriptor);
}

int rename(const char *from, const char *to)
{
    static auto *const next = real<int(const char *, const char *)>("rename");
    count();
    return next(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    static auto *const next = real<int(int, const char *, int, const char *, unsigned)>("renameat2");
    count();
    return next(fromFolder, from, toFolder, to, flags);
}

int link(const char *from, const char *to)
{
    static auto *const next = real<int(const char *, const char *)>("link");
    count();
    return next(from, to);
}

int unlink(const char *path)
{
    static auto *const next = real<int(const char *)>("unlink");
    count();
    return next(path);
}

int ftruncate(int descriptor, off_t size)
{
    static auto *const next = real<int(int, off_t)>("ftruncate");
    count();
    return next(descriptor, size);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static auto *const next = real<ssize_t(int, const void *, size_t)>("write");
    countTraces(descriptor);
    return next(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at)
{
    static auto *const next = real<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    count();
    return next(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at)
{
    static auto *const next = real<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    count();
    return next(descriptor, bytes, size, at);
}

ssize_t sendmsg(int descriptor, const msghdr *message, int flags)
{
    static auto *const next = real<ssize_t(int, const msghdr *, int)>("sendmsg");
    count();
    return next(descriptor, message, flags);
}

} // extern "C"
