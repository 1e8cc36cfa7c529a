// SPDX-License-Identifier: Apache-2.0
#include "onboarding/page_wiring.h"

#include "onboarding/client_page.h"
#include "onboarding/clock_card.h"
#include "onboarding/connection_page.h"
#include "onboarding/doctor_card.h"
#include "onboarding/endpoint_page.h"
#include "onboarding/environment_page.h"
#include "onboarding/group_page.h"
#include "onboarding/hand_over_page.h"
#include "onboarding/key_export_card.h"
#include "onboarding/key_page.h"
#include "onboarding/launch_page.h"
#include "onboarding/milestone_card.h"
#include "onboarding/network_card.h"
#include "onboarding/request_options.h"
#include "onboarding/rotation_card.h"

#include <QDesktopServices>
#include <QUrl>

namespace waybill::ui {
namespace {

template <typename Page, typename Presenter>
void wireState(Page &page, Presenter &presenter)
{
    QObject::connect(&presenter, &Presenter::stateChanged, &page, &Page::render);
    QObject::connect(&page, &StepPage::stopClicked, &presenter, &PagePresenter::stop);
    QObject::connect(&page, &StepPage::noticeActionClicked, &presenter, &PagePresenter::noticeAction);
    page.render(presenter.state());
}

template <typename Page, typename Presenter>
void wireAll(Page &page, Presenter &presenter)
{
    QObject::connect(&page, &StepPage::primaryClicked, &presenter, &PagePresenter::primary);
    QObject::connect(&page, &StepPage::secondaryClicked, &presenter, &PagePresenter::secondary);
    wireState(page, presenter);
}

void wireRotation(RotationCard &card, RotationPresenter &presenter)
{
    using P = RotationPresenter;
    using Card = RotationCard;
    QObject::connect(&presenter, &P::stateChanged, &card, &Card::render);
    QObject::connect(&card, &Card::lookWanted, &presenter, &P::look);
    QObject::connect(&card, &Card::watchToggled, &presenter, &P::watch);
    QObject::connect(&card, &Card::pasted, &presenter, &P::sayPasted);
    QObject::connect(&card, &Card::testWanted, &presenter, &P::test);
    QObject::connect(&card, &Card::unlockRequested, &presenter, &P::unlock);
    QObject::connect(&card, &Card::oldWanted, &presenter, &P::useOld);
    QObject::connect(&card, &Card::retireWanted, &presenter, &P::retireOld);
    QObject::connect(&card, &Card::exposed, &presenter, &P::expose);
    QObject::connect(&card, &Card::givenUp, &presenter, &P::giveUp);
    QObject::connect(&card, &Card::saveSetTo, &presenter, &P::saveSet);
    card.render(presenter.state());
}

} // namespace

void wire(EnvironmentPage &page, EnvironmentPagePresenter &presenter)
{
    using P = EnvironmentPagePresenter;
    QObject::connect(&page, &EnvironmentPage::choiceMade, &presenter, &P::choose);
    QObject::connect(&page, &EnvironmentPage::nameEdited, &presenter, &P::setName);
    QObject::connect(&page, &EnvironmentPage::duplicateWanted, &presenter, &P::duplicate);
    wireAll(page, presenter);
}

void wire(KeyPage &page, KeyPagePresenter &presenter)
{
    using P = KeyPagePresenter;
    QObject::connect(&page, &KeyPage::modeChosen, &presenter, &P::setMode);
    QObject::connect(&page, &KeyPage::kindChosen, &presenter, &P::setKind);
    QObject::connect(&page, &KeyPage::placeChosen, &presenter, &P::setPlace);
    QObject::connect(&page, &KeyPage::pathEdited, &presenter, &P::setPath);
    QObject::connect(&page, &KeyPage::importPathEdited, &presenter, &P::setImportPath);
    QObject::connect(&page, &KeyPage::importKeyChosen, &presenter, &P::setImportKey);
    QObject::connect(&page, &KeyPage::retryKeychain, &presenter, &P::retryKeychain);
    QObject::connect(&page, &KeyPage::makeAnother, &presenter, &P::makeAnother);
    QObject::connect(&page, &KeyPage::saveJwksTo, &presenter, &P::saveJwks);
    QObject::connect(&page, &KeyPage::rotate, &presenter, &P::rotate);
    wireRotation(page.rotation(), presenter.rotation());
    KeyExportCard &card = page.keyExport();
    KeyExportPresenter &copy = presenter.keyExport();
    QObject::connect(&copy, &KeyExportPresenter::stateChanged, &card, &KeyExportCard::render);
    QObject::connect(&card, &KeyExportCard::encryptedChosen, &copy, &KeyExportPresenter::setEncrypted);
    QObject::connect(&card, &KeyExportCard::writeWanted, &copy, &KeyExportPresenter::write);
    QObject::connect(&card, &KeyExportCard::unlockRequested, &copy, &KeyExportPresenter::unlock);
    card.render(copy.state());
    QObject::connect(&page, &StepPage::primaryClicked, &presenter,
        [&page, &presenter] { presenter.submit(page.takeSecrets()); });
    wireState(page, presenter);
}

void wire(EndpointPage &page, EndpointPagePresenter &presenter)
{
    using P = EndpointPagePresenter;
    QObject::connect(&page, &EndpointPage::fileChosen, &presenter, &P::importFile);
    QObject::connect(&page, &EndpointPage::listUrlEntered, &presenter, &P::importUrl);
    QObject::connect(&page, &EndpointPage::sandboxListWanted, &presenter, &P::useSandboxList);
    QObject::connect(&page, &EndpointPage::sandboxPracticeWanted, &presenter, &P::useSandboxPractice);
    QObject::connect(&page, &EndpointPage::queryEdited, &presenter, &P::search);
    QObject::connect(&page, &EndpointPage::hiddenToggled, &presenter, &P::setShowHidden);
    QObject::connect(&page, &EndpointPage::rowChosen, &presenter, &P::chooseRow);
    QObject::connect(&page, &EndpointPage::addressEdited, &presenter, &P::type);
    QObject::connect(&page, &EndpointPage::twinTaken, &presenter, &P::takeTwin);
    NetworkCard &card = page.network();
    NetworkPresenter &network = presenter.network();
    QObject::connect(&network, &NetworkPresenter::stateChanged, &card, &NetworkCard::render);
    QObject::connect(&card, &NetworkCard::authoritiesChosen, &network, &NetworkPresenter::trust);
    QObject::connect(&card, &NetworkCard::systemOnlyWanted, &network, &NetworkPresenter::trustSystemOnly);
    QObject::connect(&card, &NetworkCard::proxyEntered, &network, &NetworkPresenter::useProxy);
    QObject::connect(&card, &NetworkCard::passwordEntered, &network, &NetworkPresenter::signIn);
    QObject::connect(&card, &NetworkCard::forgetWanted, &network, &NetworkPresenter::forgetPassword);
    card.render(network.state());
    wireAll(page, presenter);
}

void wire(ClientPage &page, ClientPagePresenter &presenter)
{
    using P = ClientPagePresenter;
    QObject::connect(&page, &ClientPage::registrationChosen, &presenter, &P::setRegistration);
    QObject::connect(&page, &ClientPage::clientIdEdited, &presenter, &P::setClientId);
    QObject::connect(&page, &ClientPage::jwksUrlEdited, &presenter, &P::setJwksUrl);
    QObject::connect(&page, &ClientPage::registerHere, &presenter, &P::registerHere);
    QObject::connect(&page, &ClientPage::checkHosted, &presenter, &P::checkHosted);
    QObject::connect(&page, &ClientPage::watchHosted, &presenter, &P::watchHosted);
    QObject::connect(&page, &ClientPage::waitForOthers, &presenter, &P::waitForOthers);
    MilestoneCard &card = page.milestones();
    MilestonesPresenter &list = presenter.milestones();
    QObject::connect(&list, &MilestonesPresenter::stateChanged, &card, &MilestoneCard::render);
    QObject::connect(&card, &MilestoneCard::recordEdited, &list, &MilestonesPresenter::setRecord);
    QObject::connect(&card, &MilestoneCard::messageTaken, &list, &MilestonesPresenter::messageTaken);
    card.render(list.state());
    wireAll(page, presenter);
}

void wire(ConnectionPage &page, ConnectionPagePresenter &presenter)
{
    using P = ConnectionPagePresenter;
    QObject::connect(&page, &ConnectionPage::unlockRequested, &presenter, &P::unlock);
    QObject::connect(&page, &ConnectionPage::checkAgain, &presenter, &P::checkAgain);
    QObject::connect(&page, &ConnectionPage::moreScopesEntered, &presenter, &P::askAlsoFor);
    QObject::connect(&page.clock(), &ClockCard::serversClockWanted, &presenter, &P::signWithServersClock);
    DoctorCard &card = page.doctor();
    DoctorPresenter &doctor = presenter.doctor();
    QObject::connect(&doctor, &DoctorPresenter::stateChanged, &card, &DoctorCard::render);
    QObject::connect(&card, &DoctorCard::runClicked, &doctor, &DoctorPresenter::runOrStop);
    QObject::connect(&card, &DoctorCard::unlockRequested, &doctor, &DoctorPresenter::unlock);
    QObject::connect(&card, &DoctorCard::saveTraceTo, &doctor, &DoctorPresenter::saveTrace);
    card.render(doctor.state());
    wireAll(page, presenter);
}

void wire(GroupPage &page, GroupPagePresenter &presenter)
{
    using P = GroupPagePresenter;
    QObject::connect(&page, &GroupPage::searchWanted, &presenter, &P::search);
    QObject::connect(&page, &GroupPage::moreWanted, &presenter, &P::loadMore);
    QObject::connect(&page, &GroupPage::rowChosen, &presenter, &P::chooseRow);
    QObject::connect(&page, &GroupPage::idEdited, &presenter, &P::type);
    QObject::connect(&page, &GroupPage::confirmationEdited, &presenter, &P::confirm);
    QObject::connect(&page, &GroupPage::unlockRequested, &presenter, &P::unlock);
    wireAll(page, presenter);
}

void wire(LaunchPage &page, LaunchPagePresenter &presenter)
{
    using P = LaunchPagePresenter;
    QObject::connect(&page, &LaunchPage::typeToggled, &presenter, &P::setChosen);
    QObject::connect(&page, &LaunchPage::usualWanted, &presenter, &P::chooseUsual);
    QObject::connect(&page, &LaunchPage::allWanted, &presenter, &P::chooseAll);
    QObject::connect(&page, &LaunchPage::noneWanted, &presenter, &P::chooseNone);
    QObject::connect(&page, &LaunchPage::sinceChosen, &presenter, &P::setSince);
    QObject::connect(&page, &LaunchPage::customSinceEdited, &presenter, &P::setCustomSince);
    QObject::connect(&page, &LaunchPage::newPatientsChosen, &presenter, &P::onlyNewPatients);
    RequestOptions &options = page.options();
    QObject::connect(&options, &RequestOptions::typeWanted, &presenter, &P::addType);
    QObject::connect(&options, &RequestOptions::typeFiltersEdited, &presenter, &P::setTypeFilters);
    QObject::connect(&options, &RequestOptions::organizeByEdited, &presenter, &P::setOrganizeOutputBy);
    QObject::connect(&options, &RequestOptions::blankLinesToggled, &presenter, &P::setBlankLinesAreProblems);
    QObject::connect(&page, &LaunchPage::confirmationEdited, &presenter, &P::confirm);
    QObject::connect(&page, &LaunchPage::unlockRequested, &presenter, &P::unlock);
    wireAll(page, presenter);
}

void wire(HandOverPage &page, HandOverPagePresenter &presenter)
{
    using P = HandOverPagePresenter;
    QObject::connect(&page, &HandOverPage::runnerKeyChosen, &presenter, &P::setRunnerKey);
    QObject::connect(&page, &HandOverPage::ownerChosen, &presenter, &P::setOwner);
    QObject::connect(&page, &HandOverPage::calendarEdited, &presenter, &P::setCalendar);
    QObject::connect(&page, &HandOverPage::parentEdited, &presenter, &P::setParent);
    QObject::connect(&page, &HandOverPage::writeAgain, &presenter, &P::writeAgain);
    QObject::connect(&page, &HandOverPage::openFolder, &page,
        [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    QObject::connect(&page, &StepPage::primaryClicked, &presenter, [&page, &presenter] {
        const auto [passphrase, repeated] = page.takePassphrases();
        presenter.submit(passphrase, repeated);
    });
    wireState(page, presenter);
}

} // namespace waybill::ui
