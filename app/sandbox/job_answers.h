// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/practice.h"

/// The answers about a job that all practices give alike, and their faults.
namespace waybill::sandbox {

/// How a practice writes Retry-After unless a fault says otherwise.
enum class RetryStyle { Seconds, HttpDate };

/// Says when to come back, and returns that moment; `now()` when nothing was asked for.
Moment setRetryAfter(const Services &services, httplib::Response &response, RetryStyle style);

/// A kick-off that a fault refuses before there is a job; true = answered.
bool answerFaultyKickOff(
    const Services &services, const PracticeAddress &practice, httplib::Response &response);

/// Makes the job, counts it, and answers 202 with its status URL, or what a fault makes of that.
/// @param statusUrl  from the job's id
void startJob(const Services &services, const httplib::Request &request, httplib::Response &response,
    ExportJob job, RetryStyle style, const std::function<std::string(const std::string &)> &statusUrl);

/// Counts a request for the job's status, and whether it came earlier than it was told to.
void notePoll(const Services &services, const JobView &view);

/// A poll that a fault spoils; true = answered.
bool answerFaultyPoll(const Services &services, const JobView &view, httplib::Response &response);

/// Sets X-Progress and Retry-After of a 202.
void answerStillRunning(const Services &services, const JobView &view, httplib::Response &response,
    RetryStyle style, const std::string &progress);

/// Whether the job is done as far as the faults allow.
bool isReady(const Services &services, const JobView &view);

/// The single value of a parameter that may be given as a comma list and repeated.
std::vector<std::string> listParameter(const httplib::Request &request, const std::string &name);

} // namespace waybill::sandbox
