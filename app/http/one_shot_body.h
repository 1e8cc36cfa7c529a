// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace waybill::http {

/// A request body, also an empty one, that can be read once. QNetworkAccessManager silently sends a request
/// again when the connection ends before it looked at the answer: up to three more times, also POST, also on
/// a fresh connection and with "Connection: close" (6.4.2; QT-09 knew of one case). Worse: after having
/// ordered the repeat it still reads what came, and calls a cut chunked body complete (half of 300 tries,
/// QT-04). It repeats only if it can rewind the body; this one refuses, and the exchange ends with
/// ContentReSendError, the bytes that came being all there.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64 position) override { return position == pos(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count == 0 ? -1 : count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace waybill::http
