#include "engine/app/stores/client_store.hpp"

#include "engine/platform/this_thread.hpp"
#include "sim/client/client_file.hpp"

#include <algorithm>
#include <chrono>

namespace tactus::app {

namespace {

/// What a kept model is found by.
std::string description_of(const client::Client& client, render::Tier tier, render::Lying lying) {
    std::string words = client::write_client(client) + "tier " + std::to_string(static_cast<int>(tier));
    if (lying != render::Lying{}) {
        words += " lying " + std::to_string(static_cast<int>(lying.posture)) + " table " +
                 std::to_string(static_cast<int>(lying.table));
    }
    return words;
}

/// The same body and skin, whatever else is told of it: made once, it serves while a drill's client is
/// edited.
std::string looks_of(client::Client client) {
    client.name.clear();
    client.story.clear();
    client.complaint_now = 0;
    client.response = {};
    client.condition = {};
    return client::write_client(client);
}

} // namespace

void ClientStore::prepare(const client::Client& client) {
    const std::string key = client::write_client(client);
    if (ready_.contains(key) || under_way_.contains(key)) {
        return;
    }
    const std::string looks = looks_of(client);
    const auto alike =
        std::ranges::find_if(ready_, [&](const auto& made) { return looks_of(made.second.client) == looks; });
    if (alike != ready_.end()) {
        PreparedClient prepared = alike->second;
        prepared.client = client;
        ready_.emplace(key, std::move(prepared));
        return;
    }
    under_way_[key] = std::async(std::launch::async, [client, key, tier = tier_, models = models_] {
        platform::yield_to_others(); // the interface goes on meanwhile
        const std::string description = description_of(client, tier, {});
        // The body is always made: a grade rests on it, and no file is trusted with that.
        auto kept = std::async(std::launch::async, [&] { return models->find(description); });
        PreparedClient prepared{.client = client, .anatomy = nullptr, .model = nullptr};
        prepared.anatomy = std::make_shared<const anatomy::Anatomy>(
            anatomy::make_anatomy(client.body, client.trigger_points));
        prepared.model = kept.get();
        if (prepared.model == nullptr) {
            prepared.model = render::make_client_model(*prepared.anatomy, client, tier);
            models->keep(description, *prepared.model);
        }
        return prepared;
    });
}

const PreparedClient* ClientStore::find(const client::Client& client) {
    const std::string key = client::write_client(client);
    if (const auto made = ready_.find(key); made != ready_.end()) {
        return &made->second;
    }
    const auto making = under_way_.find(key);
    if (making == under_way_.end() ||
        making->second.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return nullptr;
    }
    std::future<PreparedClient> done = std::move(making->second);
    under_way_.erase(making);
    return &ready_.emplace(key, done.get()).first->second;
}

std::shared_ptr<const render::ClientModel> ClientStore::model_of(const PreparedClient& client,
                                                                 render::Lying lying) {
    if (lying == render::Lying{}) {
        return client.model;
    }
    std::string description = description_of(client.client, tier_, lying);
    auto& making = lying_[description];
    if (!making.valid()) {
        making = std::async(std::launch::async, [of = client, tier = tier_, models = models_, lying,
                                                 description = std::move(description)] {
                     platform::yield_to_others();
                     std::shared_ptr<const render::ClientModel> model = models->find(description);
                     if (model == nullptr) {
                         model = render::make_client_model(*of.anatomy, of.client, tier, lying);
                         models->keep(description, *model);
                     }
                     return model;
                 }).share();
    }
    return making.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? making.get() : nullptr;
}

std::shared_ptr<const render::AnatomyModel> ClientStore::anatomy_of(const PreparedClient& client,
                                                                    render::Posture posture) {
    const render::Posture drawn =
        render::on_side(posture) ? posture : render::Posture::prone; // flesh is alike
    auto& making = layers_[{client.anatomy.get(), drawn}];
    if (!making.valid()) {
        making = std::async(std::launch::async, [anatomy = client.anatomy, tier = tier_, drawn] {
                     platform::yield_to_others(); // the hands go on meanwhile
                     return render::make_anatomy_model(*anatomy, tier, drawn);
                 }).share();
    }
    return making.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? making.get() : nullptr;
}

void ClientStore::make_hands_for(const std::shared_ptr<const render::ClientModel>& model) {
    hands_maker_ = std::jthread([model](const std::stop_token& stop) {
        platform::yield_to_others();
        render::make_hands(*model, stop);
    });
}

const PreparedClient& ClientStore::wait(const client::Client& client) {
    prepare(client);
    if (const auto making = under_way_.find(client::write_client(client)); making != under_way_.end()) {
        making->second.wait();
    }
    return *find(client);
}

} // namespace tactus::app
