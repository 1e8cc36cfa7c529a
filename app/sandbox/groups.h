// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/export_plan.h"

#include <QJsonObject>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace waybill::sandbox {

/// One Group of a practice.
struct GroupRow {
    std::string name;
    Cohort cohort = Cohort::Everyone;
    enum class Count { Stated, Absent } count = Count::Stated;
    bool active = true;
    bool listsMembers = false; ///< the first 25 as member[]
    bool byCriteria = false; ///< with the member-filter modifier extension of IG 4
    std::string id = {}; ///< Group.id; made from the seed when empty
    std::string identifier = {}; ///< Group.identifier[0].value; made from the seed when empty
};

/// The groups of one practice, in order. Member counts are made when they are first asked for. Thread-safe.
class Groups
{
public:
    Groups(std::shared_ptr<const World> world, std::vector<GroupRow> rows);

    const std::vector<GroupRow> &rows() const { return m_rows; }
    QJsonObject resource(const GroupRow &row) const;
    const GroupRow *byId(const std::string &id) const;
    const GroupRow *byIdentifier(const std::string &identifier) const;

private:
    std::int64_t membersOf(Cohort cohort) const;

    std::shared_ptr<const World> m_world;
    std::vector<GroupRow> m_rows;
    mutable std::mutex m_mutex;
    mutable std::map<Cohort, std::int64_t> m_counts;
};

/// A searchset Bundle of these resources; links as given, `next` empty = none.
QJsonObject searchset(const std::vector<QJsonObject> &resources, std::size_t total, const std::string &base,
    const std::string &self, const std::string &next);

} // namespace waybill::sandbox
