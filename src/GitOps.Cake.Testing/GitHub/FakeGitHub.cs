using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>
/// GitHub in memory: it remembers what it is told, keeps GitHub's limits, and checks every request and answer against GitHub's own
/// description of its API. Hand <see cref="CreateHandler"/> to a client, or let it <see cref="FakeGitHubServer">listen</see>.
/// </summary>
public sealed class FakeGitHub : IDisposable
{
    private readonly ConcurrentDictionary<string, FakeRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, FakeIdentity> _tokens = new(StringComparer.Ordinal);
    private readonly List<FakeApp> _apps = [];
    private long _lastId = 1000;

    /// <summary>A GitHub without repositories.</summary>
    /// <param name="time">Its clock; the machine's by default.</param>
    public FakeGitHub(TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        Limits = new(this);
    }

    /// <summary>The address that requests in this process go to.</summary>
    public static Uri Api { get; } = new("https://github.example/api/v3/");

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Every request that it got, in order.</summary>
    public ConcurrentQueue<FakeExchange> Exchanges { get; } = new();

    /// <summary>The events that it would tell a webhook, in order.</summary>
    public ConcurrentQueue<FakeDelivery> Deliveries { get; } = new();

    /// <summary>The secret that deliveries are signed with.</summary>
    public string WebhookSecret { get; set; } = "webhook-secret";

    /// <summary>What goes wrong: it is given method and path of each request.</summary>
    /// <value>By default nothing.</value>
    public Func<string, string, FakeFault> Faults { get; set; } = (_, _) => FakeFault.None;

    /// <summary>How long a request that is held back has to wait.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long lists lack what was just written.</summary>
    public TimeSpan ListLag { get; set; } = TimeSpan.Zero;

    /// <summary>How many requests a token may make in an hour.</summary>
    public int RequestsPerHour { get; set; } = 5000;

    /// <summary>How many comments and pull requests a token may make in a minute.</summary>
    public int ContentPerMinute { get; set; } = 80;

    /// <summary>How much a token may ask in a minute: a read counts one, a write five.</summary>
    public int PointsPerMinute { get; set; } = 900;

    /// <summary>What was sent although GitHub's description of its API does not allow it, by programs that talk to a <see cref="FakeGitHubServer"/>.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Requests that came although the fake had asked to wait longer.</summary>
    public int ImpatientRequests { get; internal set; }

    internal Lock Gate { get; } = new();

    internal FakeLimits Limits { get; }

    internal IEnumerable<FakeApp> Apps => _apps;

    /// <summary>Makes a repository with a first commit on its default branch.</summary>
    /// <param name="name">Its name as <c>owner/name</c>.</param>
    /// <param name="defaultBranch">The branch.</param>
    public FakeRepository AddRepository(string name, string defaultBranch = "main") =>
        _repositories[name] = new(this, name, defaultBranch);

    /// <summary>Makes a token of a user.</summary>
    /// <param name="login">The user.</param>
    /// <param name="token">The token; a made-up one by default.</param>
    public string AddUser(string login, string? token = null) => Add(new() { Login = login }, token ?? $"ghp_{MadeUp(36)}");

    /// <summary>Makes a token as GitHub Actions hands one to a run.</summary>
    /// <param name="repository">The run's repository.</param>
    /// <param name="permissions">What the workflow lets it do, as in <c>statuses=write</c>.</param>
    public string AddActionsToken(string repository, params IEnumerable<string> permissions) => Add(
        new() { Login = "github-actions[bot]", App = ActionsApp(), Repository = repository, Permissions = Read(permissions), ExpiresAt = Time.GetUtcNow() + TimeSpan.FromHours(6) },
        $"ghs_{MadeUp(80)}");

    /// <summary>Makes a token of a person that is limited to some permissions; checks are none of those that it could have.</summary>
    /// <param name="login">The user.</param>
    /// <param name="permissions">What it may do, as in <c>statuses=write</c>.</param>
    public string AddFineGrainedToken(string login, params IEnumerable<string> permissions) => Add(new() { Login = login, Permissions = Read(permissions) }, $"github_pat_{MadeUp(80)}");

    /// <summary>Makes a token of an App as a workflow makes one beforehand and hands it around like any other.</summary>
    /// <param name="app">The App.</param>
    public string AddInstallationToken(FakeApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return Add(
            new() { Login = app.Login, App = app, Repository = app.Repositories.First(), Permissions = app.Permissions, ExpiresAt = Time.GetUtcNow() + TimeSpan.FromHours(1) },
            $"ghs_{app.Id}_{MadeUp(36)}.{MadeUp(200)}.{MadeUp(86)}");
    }

    /// <summary>Makes an App.</summary>
    /// <param name="slug">Its name.</param>
    /// <param name="repository">Where it is installed.</param>
    /// <param name="permissions">What it may do there, as in <c>checks=write</c>.</param>
    public FakeApp AddApp(string slug, string repository, params IEnumerable<string> permissions)
    {
        var app = new FakeApp(NextId(), slug, Read(permissions));
        app.Repositories.Add(repository);
        _apps.Add(app);
        return app;
    }

    /// <summary>Takes a token back: from now on it is not valid.</summary>
    /// <param name="token">The token.</param>
    public void Revoke(string token) => _tokens.TryRemove(token, out _);

    /// <summary>Takes every token back that an App made for itself: it has to make another.</summary>
    public void RevokeTokensOfApps()
    {
        foreach (var (token, _) in _tokens.Where(entry => entry.Value.App is not null))
            Revoke(token);
    }

    /// <summary>Makes a handler that answers requests to <see cref="Api"/> in this process.</summary>
    public HttpMessageHandler CreateHandler() => new FakeHandler(this);

    /// <inheritdoc/>
    public void Dispose() => _apps.ForEach(app => app.Dispose());

    internal static string MadeUp(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);

    internal static ImmutableDictionary<string, string> Read(IEnumerable<string> permissions) =>
        permissions.Select(text => text.Split('=')).ToImmutableDictionary(pair => pair[0], pair => pair[1]);

    internal long NextId() => Interlocked.Increment(ref _lastId);

    internal FakeRepository? Repository(string owner, string name) => _repositories.GetValueOrDefault($"{owner}/{name}");

    internal string Add(FakeIdentity identity, string token)
    {
        _tokens[token] = identity;
        return token;
    }

    internal FakeIdentity? Identify(string? token)
    {
        if (token is null)
            return null;

        if (token.Count(character => character == '.') == 2 && token.StartsWith("eyJ", StringComparison.Ordinal))
            return AppStatementCheck.Identify(_apps, token, Time.GetUtcNow());

        return _tokens.TryGetValue(token, out var identity) && !(identity.ExpiresAt <= Time.GetUtcNow()) ? identity : null;
    }

    private FakeApp ActionsApp()
    {
        var app = new FakeApp(15368, "github-actions", ImmutableDictionary<string, string>.Empty);
        _apps.Add(app);
        return app;
    }
}
