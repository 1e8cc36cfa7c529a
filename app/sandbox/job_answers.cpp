// SPDX-License-Identifier: Apache-2.0
#include "sandbox/job_answers.h"

#include "sandbox/answers.h"
#include "sandbox/http_server.h"

namespace waybill::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds kHugeDelay = 2h;
constexpr const char *kLoginPage =
    "<!doctype html><html><head><title>Sign in</title></head><body><h1>Portal</h1>"
    "<p>Your session has ended. Please sign in again.</p></body></html>";

std::string accepted(const Services &services, const std::string &url)
{
    if (services.faults.on(Fault::ForeignContentLocation)) // the same job, but seen through another origin
        return services.fileOrigin + url.substr(url.find('/', url.find("//") + 2));
    if (services.faults.on(Fault::RelativeContentLocation))
        return url.substr(url.find('/', url.find("//") + 2));
    return url;
}

std::string oddProgress(Moment at)
{
    switch (at.time_since_epoch().count() / 1000 % 3) {
    case 0: return "130% Completed";
    case 1: return "<b>40%</b> done";
    default: return "12% Completed";
    }
}

} // namespace

Moment setRetryAfter(const Services &services, httplib::Response &response, RetryStyle style)
{
    const Faults &faults = services.faults;
    const Moment at = now();
    if (faults.on(Fault::RetryAfterAbsent))
        return at;
    if (faults.on(Fault::RetryAfterNonsense)) {
        response.set_header("Retry-After", "soon");
        return at;
    }
    const auto asked = faults.on(Fault::RetryAfterHuge) ? kHugeDelay : services.options.retryAfter;
    if (style == RetryStyle::HttpDate || faults.on(Fault::RetryAfterDate)) {
        const Moment due = std::chrono::ceil<std::chrono::seconds>(at + asked);
        response.set_header("Retry-After", httpDate(due));
        return due;
    }
    response.set_header("Retry-After", std::to_string(asked.count()));
    return at + asked;
}

void notePoll(const Services &services, const JobView &view)
{
    services.log.count("polls", view.job->practice);
    services.log.count("pollsOfClient", view.job->clientId);
    const Moment at = now();
    if (services.jobs.noteNextPoll(view.job->id, at, at)) {
        services.log.count("earlyPolls", view.job->practice);
        services.log.count("earlyPollsOfClient", view.job->clientId);
    }
}

bool answerFaultyKickOff(
    const Services &services, const PracticeAddress &practice, httplib::Response &response)
{
    Faults &faults = services.faults;
    if (faults.spend(Fault::KickOffThrottled, practice.code, 1)) {
        response.set_header("Retry-After", std::to_string(services.options.retryAfter.count()));
        answerOutcome(response, 429, "throttled", "Too many requests.");
        return true;
    }
    if (faults.on(Fault::KickOffFails)) {
        answerOutcome(response, 500, "exception", "The export could not be started.");
        return true;
    }
    if (faults.on(Fault::GroupNotEnabled)) {
        answerOutcome(response, 401, "login", "The group is invalid or not authorized for this app.");
        return true;
    }
    if (faults.on(Fault::KickOffTokenExpired)) {
        answerTokenExpired(response);
        return true;
    }
    if (faults.on(Fault::KickOffAtOnce)) {
        answerText(response, 200, kLoginPage, kHtml);
        return true;
    }
    if (faults.on(Fault::DuplicateJob)) {
        answerOutcome(response, 200, "duplicate", "Bulk operation is already in progress for the group");
        return true;
    }
    return false;
}

void startJob(const Services &services, const httplib::Request &request, httplib::Response &response,
    ExportJob job, RetryStyle style, const std::function<std::string(const std::string &)> &statusUrl)
{
    job.id = randomUuid();
    job.startedAt = now();
    job.readyAt = job.startedAt + services.options.prepare;
    const auto started = services.jobs.start(std::move(job));
    services.log.count("kickOffs", started->practice);
    services.log.count("kickOffsOfClient", started->clientId);
    if (services.faults.spend(Fault::CutKickOff, started->practice, 1)) {
        dropConnection(request);
        return;
    }
    if (!services.faults.on(Fault::NoContentLocation))
        response.set_header("Content-Location", accepted(services, statusUrl(started->id)));
    services.jobs.noteNextPoll(started->id, started->startedAt, setRetryAfter(services, response, style));
    response.status = 202;
}

bool answerFaultyPoll(const Services &services, const JobView &view, httplib::Response &response)
{
    Faults &faults = services.faults;
    const std::string &id = view.job->id;
    if (faults.on(Fault::JobGone)) {
        answerOutcome(response, 404, "not-found", "There is no such export job.");
    } else if (faults.on(Fault::JobFails)) {
        answerOutcome(response, 500, "processing", "The export failed while it was being prepared.");
    } else if (faults.on(Fault::Html200)) {
        answerText(response, 200, kLoginPage, kHtml);
    } else if (faults.spend(Fault::ThrottleOnce, id, 1)) {
        answerOutcome(response, 429, "throttled", "Too many requests."); // eCW: without Retry-After
    } else if (faults.spend(Fault::ServerHiccup, id, 2)) {
        answerText(response, 503, "Service Unavailable", "text/plain");
    } else if (faults.spend(Fault::PollUnauthorizedOnce, id, 1)) {
        answerTokenExpired(response);
    } else {
        return false;
    }
    return true;
}

void answerStillRunning(const Services &services, const JobView &view, httplib::Response &response,
    RetryStyle style, const std::string &progress)
{
    const Moment at = now();
    const bool odd = services.faults.on(Fault::OddProgress);
    response.set_header("X-Progress", odd ? oddProgress(at) : progress);
    services.jobs.noteNextPoll(view.job->id, at, setRetryAfter(services, response, style));
    response.status = 202;
}

bool isReady(const Services &services, const JobView &view)
{
    return view.ready && !services.faults.on(Fault::JobStuck);
}

std::vector<std::string> listParameter(const httplib::Request &request, const std::string &name)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < request.get_param_value_count(name); ++i) {
        for (std::string &value : split(request.get_param_value(name, i), ','))
            all.push_back(std::move(value));
    }
    return all;
}

} // namespace waybill::sandbox
