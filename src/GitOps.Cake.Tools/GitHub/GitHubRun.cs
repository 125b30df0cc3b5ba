using System.Collections.Concurrent;
using System.Net;
using GitOps.Cake.Git;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Places;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub;

/// <summary>A run and its GitHub: where it is, who it is there, and what happens to a report that cannot be made. Nothing is read before it is needed.</summary>
internal sealed class GitHubRun : IDisposable
{
    private readonly ConcurrentDictionary<(RepositoryName Repository, TokenUse Use), Lazy<GitHubConnection?>> _connections = new();
    private readonly Lazy<GitHubAccess?> _access;
    private readonly Lazy<OpenStatuses> _statuses;
    private readonly GitHubRunParts _parts;
    private readonly Redactor _redactor = new();
    private Task<RunPlace>? _place;
    private Task<string>? _login;
    private bool _mayOnlyRead;

    public GitHubRun(GitHubSettings settings, GitHubRunParts parts)
    {
        Settings = settings;
        Log = new RedactingRunLog(parts.Log, _redactor);
        _parts = parts with { Pipeline = parts.Pipeline with { Log = Log, Redactor = _redactor } };
        _access = new(FindAccess);
        _statuses = new(() => new(this, parts.Interruption));
    }

    /// <summary>What the build says.</summary>
    public GitHubSettings Settings { get; }

    /// <summary>Hears what is reported, and why not; never a secret.</summary>
    public IRunLog Log { get; }

    /// <summary>The statuses that have to end with this run.</summary>
    public OpenStatuses Statuses => _statuses.Value;

    /// <summary>The folder that is built.</summary>
    public string Workspace => _parts.Workspace;

    /// <summary>The clock.</summary>
    public TimeProvider Time => _parts.Pipeline.Time;

    /// <summary>Gives an environment variable.</summary>
    public string? Variable(string name) => _parts.Variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Where this run is.</summary>
    /// <exception cref="InvalidSettingsException">It cannot be told; the message says what to set.</exception>
    public Task<RunPlace> PlaceAsync(CancellationToken cancellationToken) => _place is { IsFaulted: false, IsCanceled: false } known ? known : _place = FindPlaceAsync(cancellationToken);

    /// <summary>Where this run is; null where it cannot be told.</summary>
    public async Task<RunPlace?> TryPlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlaceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            Log.Verbose($"Where this run is cannot be told. {exception.Message}");
            return null;
        }
    }

    /// <summary>Where reports of this run go. Where nothing can be sent anyway and nobody asks for it, a place that cannot be told is no reason to fail.</summary>
    /// <exception cref="InvalidSettingsException">It cannot be told; the message says what to set.</exception>
    public async Task<RunPlace> ReportPlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlaceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingsException exception) when (!Settings.Required && _access.Value is null)
        {
            Log.Verbose($"Where this run is cannot be told. {exception.Message}");
            return new() { System = "this machine", Repository = "owner/name", Sha = new('0', 40), Reasons = [exception.Message] };
        }
    }

    /// <summary>Whether a CI system is recognised.</summary>
    public bool IsInCi => CiSystems.Read(new(_parts.Variable), Workspace) is not null;

    /// <summary>Whether the run has a token for GitHub.</summary>
    public bool HasToken => _access.Value is not null;

    /// <summary>The API for a repository; null where there is no token.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="use">What it is used for.</param>
    public GitHubApi? Api(RepositoryName repository, TokenUse use = TokenUse.Report) =>
        _connections.GetOrAdd((repository, use), _ => new(() => Connect(repository, use))).Value?.Api;

    /// <summary>The login that this run's reports have on GitHub.</summary>
    /// <exception cref="GitOpsException">There is no token, or GitHub does not tell.</exception>
    public Task<string> LoginAsync(CancellationToken cancellationToken) =>
        _login is { IsFaulted: false, IsCanceled: false } known ? known : _login = FindLoginAsync(cancellationToken);

    /// <summary>Whether something of this author was made by this identity.</summary>
    public async Task<bool> IsOwnAsync(string? login, CancellationToken cancellationToken) =>
        login is not null && string.Equals(login, await LoginAsync(cancellationToken).ConfigureAwait(false), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Why what is built has to be taken for a stranger's; null where it is not. A fork's is, and that of a run whose reports GitHub refused because its token may only read:
    /// such a run has no other secrets, either.
    /// </summary>
    public async Task<string?> WhyDistrustedAsync(CancellationToken cancellationToken) =>
        await TryPlaceAsync(cancellationToken).ConfigureAwait(false) is { IsFork: true } || _mayOnlyRead ? await WhyReadOnlyAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Makes a report, or says why it is not made.</summary>
    /// <param name="what">What the report does, as in <c>set the status …</c>.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="send">Makes it.</param>
    /// <param name="unsent">What is told where it is not made.</param>
    /// <param name="cancellationToken">Stops the report.</param>
    /// <exception cref="GitOpsException">It cannot be made, and is required.</exception>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<T> ReportAsync<T>(string what, RepositoryName repository, Func<GitHubApi, Task<T>> send, T unsent, CancellationToken cancellationToken)
    {
        if (Api(repository) is not { } api)
        {
            const string no = "There is no token for GitHub (GITHUB_TOKEN) and no GitHub App (GITOPS_GITHUB_APP)";
            if (Settings.Required)
                throw new GitOpsException($"{no}, and --require-github asks for one. This run was to {what}.");

            Log.Information($"{no}, so nothing was sent. With one this would {what}.");
            return unsent;
        }

        try
        {
            return await send(api).ConfigureAwait(false);
        }
        catch (RemoteCallException exception) when (exception.Status == HttpStatusCode.Forbidden && !Settings.Required)
        {
            if (await WhyReadOnlyAsync(cancellationToken).ConfigureAwait(false) is not { } why)
                throw;

            _mayOnlyRead = true;
            Log.Warning($"GitHub did not {what}: {why}, so the token of this run may only read. The result is in this log and in the step summary.");
            return unsent;
        }
    }

    public void Dispose()
    {
        if (_statuses.IsValueCreated)
            _statuses.Value.Dispose();

        foreach (var connection in _connections.Values.Where(connection => connection.IsValueCreated))
            connection.Value?.Dispose();
    }

    private GitHubAccess? FindAccess()
    {
        if (GitHubAccess.Find(Settings, _parts.Variable) is not { } access)
            return null;

        _redactor.Add(access.Credential.Hidden);
        Log.Information($"Reporting to GitHub at {access.Api} {access.Credential.Describe()}.");
        return access;
    }

    private GitHubConnection? Connect(RepositoryName repository, TokenUse use) =>
        _access.Value is { } access ? GitHubConnection.Open(access, repository, TokenPermissions.Of(use), _parts.Pipeline) : null;

    private Task<RunPlace> FindPlaceAsync(CancellationToken cancellationToken)
    {
        Task<GitRepository?>? checkout = null;
        var finder = new PlaceFinder(Settings, _parts.Variable, Workspace, token =>
            checkout ??= GitRepository.FindAsync(_parts.Runner, new ToolFinder(Workspace).Find(ToolSource.Git), Workspace, token))
        {
            Host = host =>
            {
                if (GitHubAccess.Doubt(Settings, _parts.Variable, host) is { } doubt && HasToken)
                    Log.Warning(doubt);
            },
        };
        return finder.FindAsync(repository => Api(repository), cancellationToken);
    }

    private async Task<string> FindLoginAsync(CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(cancellationToken).ConfigureAwait(false);
        var repository = RepositoryName.Parse(place.Repository)!;
        return _access.Value is not null && _connections.GetOrAdd((repository, TokenUse.Report), _ => new(() => Connect(repository, TokenUse.Report))).Value is { } connection
            ? await connection.LoginAsync(cancellationToken).ConfigureAwait(false)
            : throw new GitOpsException("There is no token for GitHub, so this run has no name there.");
    }

    private async Task<string?> WhyReadOnlyAsync(CancellationToken cancellationToken) => await TryPlaceAsync(cancellationToken).ConfigureAwait(false) switch
    {
        { IsFork: true } place => $"pull request {place.PullRequest} comes from a fork",
        { PullRequest: not null } when Variable("GITHUB_ACTOR") == "dependabot[bot]" => "Dependabot started this run",
        _ => null,
    };
}
