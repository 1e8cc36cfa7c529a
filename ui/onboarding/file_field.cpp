// SPDX-License-Identifier: Apache-2.0
#include "onboarding/file_field.h"

#include "onboarding/form_parts.h"
#include "widgets/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace waybill::ui {

void askForFile(QWidget *parent, FileField::Kind kind, const QString &title, const QString &start,
    const QString &filter, const std::function<void(const QString &)> &done)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(kind == FileField::Kind::Folder ? QFileDialog::Directory
            : kind == FileField::Kind::Open             ? QFileDialog::ExistingFile
                                                        : QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, kind == FileField::Kind::Folder);
    dialog->setAcceptMode(kind == FileField::Kind::Save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (!filter.isEmpty())
        dialog->setNameFilter(filter);
    const QFileInfo place(start);
    if (!start.isEmpty()) {
        dialog->setDirectory(place.isDir() ? place.absoluteFilePath() : place.absolutePath());
        if (kind == FileField::Kind::Save)
            dialog->selectFile(place.fileName());
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
    dialog->open();
}

FileField::FileField(Kind kind, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_name(name)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_field = new QLineEdit(this);
    m_field->setAccessibleName(name);
    row->addWidget(m_field, 1);
    m_browse =
        new QPushButton(icon(kind == Kind::Folder ? Glyph::Folder : Glyph::Document), tr("Choose…"), this);
    m_browse->setAccessibleName(tr("Choose: %1").arg(name));
    row->addWidget(m_browse);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textEdited, this, &FileField::pathEdited);
    connect(m_browse, &QPushButton::clicked, this, &FileField::browse);
}

QString FileField::path() const
{
    return QDir::fromNativeSeparators(m_field->text().trimmed());
}

void FileField::setPath(const QString &path)
{
    setTextQuietly(*m_field, QDir::toNativeSeparators(path));
}

void FileField::browse()
{
    askForFile(this, m_kind, m_name, path(), m_filter, [this](const QString &chosen) {
        setPath(chosen);
        Q_EMIT pathEdited(chosen);
    });
}

} // namespace waybill::ui
