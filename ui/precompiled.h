// SPDX-License-Identifier: Apache-2.0
// The same for files with windows (app/cmake/precompiled.h).
#pragma once

#include "../app/cmake/precompiled.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>
