#include "engine/app/stores/client_store.hpp"

#include "engine/platform/this_thread.hpp"
#include "sim/client/client_file.hpp"

#include <chrono>

namespace tactus::app {

void ClientStore::prepare(const client::Client& client) {
    const std::string key = client::write_client(client);
    if (ready_.contains(key) || under_way_.contains(key)) {
        return;
    }
    under_way_[key] = std::async(std::launch::async, [client, key, tier = tier_, models = models_] {
        platform::yield_to_others(); // the interface goes on meanwhile
        const std::string description = key + "tier " + std::to_string(static_cast<int>(tier));
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

std::shared_ptr<const render::AnatomyModel> ClientStore::anatomy_of(const PreparedClient& client) {
    auto& making = layers_[client.anatomy.get()];
    if (!making.valid()) {
        making = std::async(std::launch::async, [anatomy = client.anatomy, tier = tier_] {
                     platform::yield_to_others(); // the hands go on meanwhile
                     return render::make_anatomy_model(*anatomy, tier);
                 }).share();
    }
    return making.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? making.get() : nullptr;
}

void ClientStore::make_hands_for(const PreparedClient& client) {
    hands_maker_ = std::jthread([model = client.model](const std::stop_token& stop) {
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
