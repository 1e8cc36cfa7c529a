// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/group.h"
#include "http/origin.h"
#include "http/transport.h"

#include <QByteArrayView>
#include <QObject>
#include <QUrl>

#include <memory>

/// Which Groups a practice lets us see (GD-001 to GD-013).
namespace waybill::discovery {

struct GroupPage {
    QList<Group> groups;
    std::optional<std::int64_t> total; ///< Bundle.total, an estimate (GD-007)
    QUrl next; ///< resolved; empty = none
    QStringList notes; ///< OperationOutcomes of the answer, skipped entries; plain text
};

/// One searchset Bundle. Members are counted, not kept: 100 000 of them cost no memory (GD-009).
Result<GroupPage> parseGroupPage(QByteArrayView bytes, const QUrl &pageUrl);

struct GroupList {
    QList<Group> groups;
    std::optional<std::int64_t> serverTotal;
    int pages = 0;
    bool more = false; ///< the page cap was reached: loadMore() goes on (GD-004)
    QUrl foreignNext; ///< not empty: the next page lies on an origin nobody has trusted yet (GD-004)
    QStringList notes;
    /// The server does not let us list (401, 403, 404, not implemented …): type the id in; this says why
    /// (GD-012).
    std::optional<Error> manualReason;
    friend bool operator==(const GroupList &, const GroupList &) = default;
};

struct GroupSearchRequest {
    QUrl base;
    VendorPreset preset;
    QStringList searchParameters =
        {}; ///< the CapabilityStatement's for Group; only those may be used (GD-001)
    int pageCap = 1000; ///< then `more` is set (GD-004)
    QList<http::Origin> trusted = {}; ///< beside the base's own, where a next page may lie
};

/// One search at a time; destroying or cancelling ends it silently. `transport` adds the token
/// (auth::AuthorizedTransport).
class GroupSearch : public QObject
{
    Q_OBJECT
public:
    explicit GroupSearch(http::Transport &transport, QObject *parent = nullptr);
    ~GroupSearch() override;

    void start(const GroupSearchRequest &request);
    void loadMore();
    void cancel();
    bool isRunning() const;

Q_SIGNALS:
    void progressed(int pages, qsizetype groups);
    /// Error: no answer, a token failure, or nonsense; a refusal to list is a value with `manualReason`.
    void finished(const waybill::Result<waybill::discovery::GroupList> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace waybill::discovery
