// SPDX-License-Identifier: Apache-2.0
#include "downloads/queue_machine.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTest>

using namespace waybill;
using namespace waybill::downloads;
using namespace std::chrono_literals;

namespace {

const Instant kStart = toInstant(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));

Error errorWith(int status, const char *what = "it failed.")
{
    Error error;
    error.code = ErrorCode::ServerFailure;
    error.what = QString::fromLatin1(what);
    error.httpStatus = status;
    return error;
}

AttemptFailed trouble(Trouble kind, int status = 500, std::chrono::milliseconds pause = 0ms)
{
    AttemptFailed failed;
    failed.trouble = kind;
    failed.error = errorWith(status);
    failed.serverPause = pause;
    return failed;
}

AttemptVerified good(std::int64_t bytes = 10)
{
    return {bytes, 1, 0, QStringLiteral("abc"), nullptr};
}

/// Plays the driver: keeps the state, the time and the commands of the last event.
class Play
{
public:
    explicit Play(int files, QueueRules rules = {2, 3, {1000ms, 2.0, 60s, 0.0}}, bool needToken = false)
    {
        m_state.rules = rules;
        Begin begin;
        for (int i = 0; i < files; ++i) {
            FileTask task;
            task.id = 100 + i;
            task.url = QUrl(QStringLiteral("https://x.example/%1").arg(i));
            task.needsToken = needToken;
            begin.tasks.push_back(task);
        }
        feed(begin);
    }

    void feed(const QueueEvent &event)
    {
        QueueStep step = advance(std::move(m_state), event, {now, 0.5});
        m_state = std::move(step.state);
        commands = std::move(step.commands);
        for (const QueueCommand &command : commands) {
            if (const auto *start = std::get_if<StartAttempt>(&command))
                started.append(static_cast<int>(start->item));
        }
    }
    void end(std::size_t item, std::variant<AttemptVerified, AttemptFailed> result)
    {
        feed(Ended{item, m_state.items.at(item).serial, std::move(result)});
    }
    void wait(std::chrono::milliseconds time)
    {
        now += time;
        feed(Tick{});
    }
    template <typename T>
    int count() const
    {
        return static_cast<int>(std::count_if(commands.begin(), commands.end(),
            [](const QueueCommand &command) { return std::holds_alternative<T>(command); }));
    }
    QList<int> takeStarted() { return std::exchange(started, {}); }
    const QueueItem &item(std::size_t index) const { return m_state.items.at(index); }
    FileState stateOf(std::size_t index) const { return item(index).status.state; }
    const QueueState &state() const { return m_state; }

    Instant now = kStart;
    std::vector<QueueCommand> commands;
    QList<int> started;

private:
    QueueState m_state;
};

} // namespace

/// Which file is fetched when: every order of events is a function call.
class TestQueueMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void no_more_than_the_limit_run_at_once();
    void nothing_to_do_is_done_at_once();
    void one_dead_file_never_stops_the_others();
    void transient_failures_wait_longer_each_time_and_end();
    void progress_keeps_a_file_alive();
    void a_429_holds_everybody_as_long_as_it_says();
    void the_limit_goes_down_under_pressure_and_up_again();
    void a_refused_token_is_replaced_once_per_file();
    void a_token_that_serves_one_file_only_is_no_refusal_of_the_others();
    void a_server_that_refuses_every_token_is_soon_left_alone();
    void a_token_that_is_refused_for_good_is_not_asked_for_again();
    void a_token_endpoint_that_is_busy_is_left_alone();
    void an_expired_link_is_replaced_once();
    void bad_content_is_final_and_keeps_its_findings();
    void a_full_disk_pauses_all_and_loses_nothing();
    void pause_and_resume();
    void late_reports_of_stopped_attempts_count_only_if_they_are_good();
    void cancel_is_for_good();
    void damaged_files_start_over_and_compressed_ones_ask_for_plain_bytes();
    void figures_are_told_once();
    void twenty_thousand_files_are_no_burden();
};

void TestQueueMachine::no_more_than_the_limit_run_at_once() // BD-145
{
    Play play(5);
    QCOMPARE(play.takeStarted(), (QList<int>{0, 1}));
    play.end(0, good());
    QCOMPARE(play.takeStarted(), QList<int>{2});
    QCOMPARE(play.stateOf(0), FileState::Verified);
    QCOMPARE(play.stateOf(1), FileState::Downloading);
    QCOMPARE(play.stateOf(4), FileState::Waiting);
    QCOMPARE(Play(50, {99, 3, {}}).takeStarted().size(), 10);
    QCOMPARE(Play(50, {0, 3, {}}).takeStarted().size(), 1);
}

void TestQueueMachine::nothing_to_do_is_done_at_once()
{
    Play play(0);
    QCOMPARE(play.count<SaySettled>(), 1);
    play.feed(Tick{});
    QCOMPARE(play.count<SaySettled>(), 0);
}

void TestQueueMachine::one_dead_file_never_stops_the_others() // F-079
{
    Play play(40);
    int settled = 0;
    while (play.state().unsettled > 0) {
        const auto running = std::exchange(play.started, {});
        QVERIFY(!running.isEmpty());
        for (const int item : running) {
            if (item == 7)
                play.end(7, trouble(Trouble::Refused, 400));
            else
                play.end(static_cast<std::size_t>(item), good());
            settled += play.count<SaySettled>();
        }
    }
    QCOMPARE(settled, 1);
    QCOMPARE(play.stateOf(7), FileState::Failed);
    QVERIFY(play.item(7).status.problem);
    QCOMPARE(play.item(7).status.reason, QStringLiteral("it failed."));
    QCOMPARE(std::count_if(play.state().items.begin(), play.state().items.end(),
                 [](const QueueItem &item) { return item.status.state == FileState::Verified; }),
        39);
}

void TestQueueMachine::transient_failures_wait_longer_each_time_and_end()
{
    Play play(1);
    play.takeStarted();
    play.end(0, trouble(Trouble::Transient));
    QCOMPARE(play.stateOf(0), FileState::Retrying);
    QCOMPARE(play.item(0).status.retryAt, std::optional(kStart + 1s));
    QCOMPARE(std::get<WakeAt>(play.commands.back()).when, kStart + 1s);
    play.wait(999ms);
    QVERIFY(play.takeStarted().isEmpty());
    play.wait(1ms);
    QCOMPARE(play.takeStarted().size(), 1);
    play.end(0, trouble(Trouble::Transient));
    QCOMPARE(play.item(0).status.retryAt, std::optional(play.now + 2s));
    play.wait(2s);
    play.end(0, trouble(Trouble::Transient)); // the third
    QCOMPARE(play.stateOf(0), FileState::Failed);
    QCOMPARE(play.item(0).status.attempts, 3);
    QCOMPARE(play.count<SaySettled>(), 1);
    QVERIFY(!play.item(0).status.retryAt);
}

void TestQueueMachine::progress_keeps_a_file_alive() // F-070
{
    Play play(1);
    for (int i = 0; i < 20; ++i) {
        AttemptFailed failed = trouble(Trouble::Transient);
        failed.madeProgress = true;
        play.end(0, failed);
        QCOMPARE(play.stateOf(0), FileState::Retrying);
        play.wait(1s);
    }
    play.end(0, good());
    QCOMPARE(play.stateOf(0), FileState::Verified);
    QCOMPARE(play.item(0).status.attempts, 21);
}

void TestQueueMachine::a_429_holds_everybody_as_long_as_it_says() // HT-08
{
    Play play(4);
    play.takeStarted();
    play.end(0, trouble(Trouble::Throttled, 429, 30s));
    play.end(1, good());
    QVERIFY(play.takeStarted().isEmpty());
    QCOMPARE(std::get<WakeAt>(play.commands.back()).when, kStart + 30s);
    play.wait(29s);
    QVERIFY(play.takeStarted().isEmpty());
    play.wait(1s);
    QCOMPARE(play.takeStarted(), QList<int>{2}); // one at a time now
    play.end(2, good());
    play.end(3, good());
    play.end(0, good());
    QCOMPARE(play.count<SaySettled>(), 1);
    QCOMPARE(play.item(0).failures, 0); // being asked to wait is no failure

    Play zero(1); // HT-05: Retry-After: 0 is no tight loop
    zero.end(0, trouble(Trouble::Throttled, 429, 0ms));
    QCOMPARE(zero.item(0).status.retryAt, std::optional(kStart + 1s));
}

void TestQueueMachine::the_limit_goes_down_under_pressure_and_up_again()
{
    Play play(60, {4, 5, {1000ms, 2.0, 60s, 0.0}});
    QCOMPARE(play.takeStarted().size(), 4);
    for (const std::size_t item : {0U, 1U, 2U, 3U})
        play.end(item, trouble(Trouble::Transient, item == 3U ? 502 : 503));
    QCOMPARE(play.state().limit, 1);
    play.takeStarted();
    for (int i = 0; i < 40 && play.state().limit < 4; ++i) {
        for (std::size_t item = 0; item < 60; ++item) {
            if (play.item(item).serial != 0) {
                play.end(item, good());
                break;
            }
        }
    }
    QCOMPARE(play.state().limit, 4);
    QCOMPARE(play.state().running, 4);
}

void TestQueueMachine::a_refused_token_is_replaced_once_per_file() // BD-133
{
    Play play(2, {1, 3, {}}, true);
    play.takeStarted();
    play.end(0, trouble(Trouble::Unauthorized, 401));
    QCOMPARE(play.count<ForgetToken>(), 1);
    QVERIFY(play.takeStarted().contains(1) || play.stateOf(0) == FileState::Downloading);
    while (play.item(0).serial == 0)
        play.end(1, good());
    play.end(0, trouble(Trouble::Unauthorized, 401));
    QCOMPARE(play.count<ForgetToken>(), 0);
    QCOMPARE(play.stateOf(0), FileState::Failed);

    Play open(1); // no token was sent: nothing to replace
    open.end(0, trouble(Trouble::Unauthorized, 401));
    QCOMPARE(open.count<ForgetToken>(), 0);
    QCOMPARE(open.stateOf(0), FileState::Failed);
}

/// Ten at once share each token; the server takes it for one request and answers the others last.
void TestQueueMachine::a_token_that_serves_one_file_only_is_no_refusal_of_the_others() // BD-133
{
    constexpr int kFiles = 40;
    Play play(kFiles, {10, 3, {}}, true);
    int token = 1; // that the next attempt gets
    int lastUsed = 0;
    QMap<int, int> taken; // by running file
    int turns = 0;
    while (play.count<SaySettled>() == 0 && ++turns < 1000) {
        for (const int file : play.takeStarted())
            taken.insert(file, token);
        QVERIFY(!taken.isEmpty());
        const int file = turns % 2 == 0 ? taken.firstKey() : taken.lastKey();
        const int used = taken.take(file);
        const auto index = static_cast<std::size_t>(file);
        if (used != lastUsed) {
            lastUsed = used;
            play.end(index, good());
        } else {
            play.end(index, trouble(Trouble::Unauthorized, 401));
            if (play.count<ForgetToken>() == 1 && used == token)
                ++token;
        }
    }
    for (std::size_t i = 0; i < kFiles; ++i)
        QCOMPARE(play.stateOf(i), FileState::Verified);
    QVERIFY2(turns < 6 * kFiles, qPrintable(QString::number(turns)));
}

void TestQueueMachine::a_server_that_refuses_every_token_is_soon_left_alone()
{
    Play play(10, {4, 3, {}}, true);
    int refusals = 0;
    while (play.count<SaySettled>() == 0 && refusals < 1000) {
        const QList<int> started = play.takeStarted();
        for (const int file : started) {
            ++refusals;
            play.end(static_cast<std::size_t>(file), trouble(Trouble::Unauthorized, 401));
        }
    }
    for (std::size_t i = 0; i < 10; ++i)
        QCOMPARE(play.stateOf(i), FileState::Failed);
    QVERIFY2(refusals <= 10 * 2 + 4 * 2, qPrintable(QString::number(refusals))); // no token loop (SB-063)
}

void TestQueueMachine::a_token_that_is_refused_for_good_is_not_asked_for_again()
{
    Play play(1000, {2, 3, {}}, true);
    Error refused;
    refused.code = ErrorCode::Unauthorized;
    refused.what = QStringLiteral("invalid_client.");
    play.feed(NoToken{0, play.item(0).serial, refused});
    QCOMPARE(play.state().running, 1); // what runs with an older token goes on
    play.end(1, good());
    QCOMPARE(play.count<SaySettled>(), 1);
    QCOMPARE(play.stateOf(999), FileState::Failed);
    QCOMPARE(play.item(999).status.reason, QStringLiteral("invalid_client."));
    QCOMPARE(play.stateOf(1), FileState::Verified);
}

void TestQueueMachine::a_token_endpoint_that_is_busy_is_left_alone()
{
    Play play(10, {2, 3, {1000ms, 2.0, 60s, 0.0}}, true);
    Error busy;
    busy.code = ErrorCode::Throttled;
    busy.retryAfter = 20s;
    play.feed(NoToken{0, play.item(0).serial, busy});
    play.takeStarted();
    play.end(1, good());
    QVERIFY(play.takeStarted().isEmpty());
    play.wait(20s);
    QVERIFY(!play.takeStarted().isEmpty());
}

void TestQueueMachine::an_expired_link_is_replaced_once() // BD-118, F-074
{
    Play play(2);
    play.end(0, trouble(Trouble::LinkExpired, 403));
    QCOMPARE(play.count<AskForLink>(), 1);
    QCOMPARE(play.stateOf(0), FileState::Retrying);
    play.end(1, trouble(Trouble::LinkExpired, 410));
    QCOMPARE(play.count<SaySettled>(), 0); // still waiting for links
    play.takeStarted();
    play.feed(NewLink{0, QUrl(QStringLiteral("https://x.example/new"))});
    QCOMPARE(play.takeStarted(), QList<int>{0});
    QCOMPARE(play.item(0).task.url, QUrl(QStringLiteral("https://x.example/new")));
    play.feed(NewLink{1, {}});
    QCOMPARE(play.stateOf(1), FileState::Missing);
    play.feed(NewLink{1, QUrl(QStringLiteral("https://x.example/late"))});
    QCOMPARE(play.stateOf(1), FileState::Missing);
    play.end(0, trouble(Trouble::LinkExpired, 404));
    QCOMPARE(play.count<AskForLink>(), 0);
    QCOMPARE(play.stateOf(0), FileState::Missing);
    QCOMPARE(play.count<SaySettled>(), 1);
}

void TestQueueMachine::bad_content_is_final_and_keeps_its_findings()
{
    Play play(1);
    AttemptFailed failed = trouble(Trouble::BadContent, 200);
    failed.findings = std::make_shared<FileFindings>();
    failed.bytes = 77;
    failed.problemCount = 3;
    play.end(0, failed);
    QCOMPARE(play.stateOf(0), FileState::Failed);
    QVERIFY(play.item(0).status.findings);
    QCOMPARE(play.item(0).status.received.value, 77);
    QCOMPARE(play.item(0).status.problemCount, 3);
}

void TestQueueMachine::a_full_disk_pauses_all_and_loses_nothing() // F-100
{
    Play play(5, {3, 3, {}});
    AttemptFailed full = trouble(Trouble::StorageFull);
    full.error.code = ErrorCode::DiskFull;
    play.takeStarted();
    play.end(1, full);
    QVERIFY(play.state().paused);
    QCOMPARE(play.count<StopAttempts>(), 1);
    QCOMPARE(play.count<SayStorage>(), 1);
    QVERIFY(play.takeStarted().isEmpty());
    for (const std::size_t item : {0U, 1U, 2U})
        QCOMPARE(play.stateOf(item), FileState::Paused);
    QCOMPARE(play.stateOf(4), FileState::Waiting);
    play.feed(Tick{});
    QVERIFY(play.takeStarted().isEmpty());
    play.feed(Resume{});
    QCOMPARE(play.takeStarted().size(), 3);
    QVERIFY(play.item(1).status.reason.isEmpty());
}

void TestQueueMachine::pause_and_resume()
{
    Play play(4);
    play.takeStarted();
    play.end(0, trouble(Trouble::Transient));
    play.takeStarted();
    play.feed(Pause{});
    QCOMPARE(play.count<StopAttempts>(), 1);
    play.feed(Pause{});
    QCOMPARE(play.count<StopAttempts>(), 0);
    play.wait(60s); // the retry is due, but nothing starts
    QVERIFY(play.takeStarted().isEmpty());
    QCOMPARE(play.state().running, 0);
    play.feed(Resume{});
    QCOMPARE(play.takeStarted().size(), 2);
    play.feed(Resume{});
    QVERIFY(play.takeStarted().isEmpty());
}

void TestQueueMachine::late_reports_of_stopped_attempts_count_only_if_they_are_good()
{
    Play play(2);
    const int first = play.item(0).serial;
    const int second = play.item(1).serial;
    play.feed(Pause{});
    play.feed(Ended{0, first, good(42)}); // it got its name before it could be stopped
    QCOMPARE(play.stateOf(0), FileState::Verified);
    play.feed(Ended{1, second, trouble(Trouble::Transient)});
    QCOMPARE(play.stateOf(1), FileState::Paused);
    play.takeStarted();
    play.feed(Resume{});
    QCOMPARE(play.takeStarted(), QList<int>{1});
    play.feed(Ended{1, second, good()}); // the old attempt was good after all; a new one runs
    QCOMPARE(play.stateOf(1), FileState::Verified);
    QCOMPARE(play.count<SaySettled>(), 1);
    play.end(1, trouble(Trouble::Transient));
    QCOMPARE(play.stateOf(1), FileState::Verified);
    QCOMPARE(play.state().running, 0);
    QCOMPARE(play.state().unsettled, std::size_t{0});
}

void TestQueueMachine::cancel_is_for_good()
{
    Play play(3);
    play.feed(Cancel{});
    QCOMPARE(play.count<StopAttempts>(), 1);
    play.takeStarted();
    play.feed(Resume{});
    play.wait(1h);
    QVERIFY(play.takeStarted().isEmpty());
    QCOMPARE(play.count<SaySettled>(), 0);
}

void TestQueueMachine::damaged_files_start_over_and_compressed_ones_ask_for_plain_bytes()
{
    Play play(1);
    AttemptFailed damaged = trouble(Trouble::Damaged);
    damaged.cameCompressed = true;
    play.end(0, damaged);
    QVERIFY(play.item(0).startOver);
    QVERIFY(play.item(0).withoutGzip);
    play.wait(1s);
    play.end(0, trouble(Trouble::Transient));
    QVERIFY(!play.item(0).startOver);
    QVERIFY(play.item(0).withoutGzip);
}

void TestQueueMachine::figures_are_told_once()
{
    Play play(1);
    AttemptProgress progress;
    progress.serial = play.item(0).serial;
    progress.received = 5000;
    progress.total = 9000;
    progress.lines = 4;
    play.feed(Moved{0, progress});
    QCOMPARE(play.count<SayChanged>(), 1);
    QCOMPARE(play.item(0).status.received.value, 5000);
    QCOMPARE(play.item(0).status.total, std::optional(ByteCount{9000}));
    play.feed(Moved{0, progress});
    QCOMPARE(play.count<SayChanged>(), 0);
    progress.serial = 999;
    progress.received = 1;
    play.feed(Moved{0, progress});
    QCOMPARE(play.item(0).status.received.value, 5000);
}

void TestQueueMachine::twenty_thousand_files_are_no_burden() // F-064, F-132
{
    QElapsedTimer clock;
    clock.start();
    Play play(20'000, {4, 3, {}});
    int ended = 0;
    while (play.state().unsettled > 0) {
        for (const int item : play.takeStarted()) {
            play.end(static_cast<std::size_t>(item), good());
            ++ended;
        }
    }
    QCOMPARE(ended, 20'000);
    QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_APPLESS_MAIN(TestQueueMachine)
#include "tst_queue_machine.moc"
