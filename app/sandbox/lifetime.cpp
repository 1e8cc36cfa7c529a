// SPDX-License-Identifier: Apache-2.0
#include "sandbox/lifetime.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace waybill::sandbox {

namespace {

std::array<int, 2> signalPipe{-1, -1}; ///< written by the signal handler, read by waitForTheEnd

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(signalPipe[1], &byte, 1);
}

/// True at the end of standard input; what else comes is thrown away.
bool inputHasEnded()
{
    std::array<char, 256> rubbish{};
    const auto got = read(STDIN_FILENO, rubbish.data(), rubbish.size());
    return got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN);
}

} // namespace

Lifetime::Lifetime(bool withParent)
    : m_withParent(withParent)
{
    if (pipe(signalPipe.data()) == 0) {
        fcntl(signalPipe[0], F_SETFD, FD_CLOEXEC);
        fcntl(signalPipe[1], F_SETFD, FD_CLOEXEC);
    }
    struct sigaction action {
    };
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
#ifdef __linux__
    if (withParent)
        prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
}

void Lifetime::waitForTheEnd()
{
    std::array<pollfd, 2> watched{{{signalPipe[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
    const nfds_t count = m_withParent ? 2 : 1;
    for (;;) {
        if (poll(watched.data(), count, -1) < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        if (watched[0].revents != 0)
            return;
        if (m_withParent && watched[1].revents != 0 && inputHasEnded())
            return;
    }
}

} // namespace waybill::sandbox
