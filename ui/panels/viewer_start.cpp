// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_start.h"

#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill::ui {

ViewerStart::ViewerStart(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::kMedium);
    column->addStretch(2);
    auto *picture = new PlainLabel({}, TextRole::Body, this);
    constexpr int kPicture = 56;
    picture->setPixmap(icon(Glyph::Document, Tone::Accent).pixmap(kPicture, kPicture));
    picture->setAlignment(Qt::AlignHCenter);
    auto *title = new PlainLabel(tr("Look into exported files"), TextRole::Title, this);
    title->setAlignment(Qt::AlignHCenter);
    auto *text =
        new PlainLabel(tr("Open an NDJSON file of any size, also compressed (.ndjson.gz), or the folder of a "
                          "run. Files are only read, never changed. You can also drop them here."),
            TextRole::Body, this);
    text->setMuted(true);
    text->wrap();
    text->setAlignment(Qt::AlignHCenter);
    constexpr int kTextWidth = 480;
    text->setFixedWidth(kTextWidth);
    auto *textRow = new QHBoxLayout; // a layout item with an alignment would get one line of height only
    textRow->addStretch();
    textRow->addWidget(text);
    textRow->addStretch();
    auto *files = new QPushButton(icon(Glyph::Document), tr("Open files…"), this);
    makePrimary(*files);
    auto *folder = new QPushButton(icon(Glyph::Folder), tr("Open run folder…"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addStretch();
    row->addWidget(files);
    row->addWidget(folder);
    row->addStretch();
    column->addWidget(picture);
    column->addWidget(title);
    column->addLayout(textRow);
    column->addLayout(row);
    column->addStretch(3);
    connect(files, &QPushButton::clicked, this, &ViewerStart::openFilesRequested);
    connect(folder, &QPushButton::clicked, this, &ViewerStart::openFolderRequested);
}

} // namespace waybill::ui
