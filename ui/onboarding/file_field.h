// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace waybill::ui {

/// A path that can be typed or chosen. The dialog runs beside the event loop, not inside it.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Open, Save, Folder };
    /// `name`: what is chosen, for the accessible names: "Key file".
    FileField(Kind kind, const QString &name, QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);
    void setFilter(const QString &filter) { m_filter = filter; }
    QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void pathEdited(const QString &path); ///< by the person

private:
    void browse();

    Kind m_kind;
    QString m_name;
    QString m_filter;
    QLineEdit *m_field = nullptr;
    QPushButton *m_browse = nullptr;
};

/// A file dialog that calls back; nothing happens when it is cancelled.
void askForFile(QWidget *parent, FileField::Kind kind, const QString &title, const QString &start,
    const QString &filter, const std::function<void(const QString &)> &done);

} // namespace waybill::ui
