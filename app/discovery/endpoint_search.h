// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discovery/endpoint_directory.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace waybill::discovery {

struct SearchOptions {
    EntryFlags hide = kHiddenByDefault; ///< entries with any of these are left out, but counted
    qsizetype limit = 0; ///< at most so many rows, best first; 0 = all
};

struct SearchHits {
    QList<qsizetype> rows; ///< indexes into the directory's entries, best first
    qsizetype matches = 0; ///< how many matched and are not hidden
    qsizetype hidden = 0; ///< how many matched but are hidden
};

/// "Cafe" finds "Café", "muller" finds "Müller": lower case, without accents, punctuation as spaces.
QString folded(const QString &text);

/// A prepared index over one directory (EC-024). Building takes some 50 ms for 17 000 entries (Worker);
/// a search some milliseconds. Every word must occur in name, alias, code, city, state or as the beginning of
/// the postal code; better places rank first. Immutable, may be shared between threads.
class EndpointSearch
{
public:
    explicit EndpointSearch(std::shared_ptr<const EndpointDirectory> directory);

    const EndpointDirectory &directory() const { return *m_directory; }
    /// Empty text: every entry that is not hidden, by name.
    SearchHits find(const QString &text, const SearchOptions &options = {}) const;

private:
    struct Row {
        quint32 begin = 0; ///< into m_text: name and aliases, city and state, code, postal code
        quint32 places = 0;
        quint32 code = 0;
        quint32 postal = 0;
        quint32 end = 0;
    };
    int score(const Row &row, const QList<QByteArray> &words) const;

    std::shared_ptr<const EndpointDirectory> m_directory;
    QByteArray m_text;
    std::vector<Row> m_rows;
    std::vector<quint32> m_order; ///< position of each entry when sorted by name
};

} // namespace waybill::discovery
