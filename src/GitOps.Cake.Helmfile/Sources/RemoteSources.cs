using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Templating;

namespace GitOps.Cake.Helmfile.Sources;

/// <summary>Fetches what a load names elsewhere, where that is allowed.</summary>
/// <param name="fetcher">Fetches; null where nothing can be fetched.</param>
/// <param name="files">Hears the names of what was fetched, so that messages show them.</param>
/// <param name="variable">Gives environment variables.</param>
internal sealed class RemoteSources(ISourceFetcher? fetcher, StateFiles files, Func<string, string?> variable)
{
    public StateFiles Files => files;

    /// <summary>For state files and bases.</summary>
    public const string States = "states";

    /// <summary>For values, secrets and patches.</summary>
    public const string Values = "values";

    /// <summary>For charts.</summary>
    public const string Charts = "charts";

    /// <summary>Fetches an address.</summary>
    /// <param name="text">The address as it is written.</param>
    /// <param name="area">What it is for.</param>
    /// <param name="position">Where it is written; null for the command line.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>The path on this machine, where nothing need be; null where a git repository does not have what the address asks for.</returns>
    /// <exception cref="StateFileException">It cannot be had, or must not.</exception>
    public async Task<string?> FetchAsync(string text, string area, SourcePosition? position, CancellationToken cancellationToken)
    {
        var address = Read(text, position);
        if (InsecureFeatures.AreAllOff(variable))
            throw new StateFileException(position, $"remote sources are disabled by HELMFILE_DISABLE_INSECURE_FEATURES, and {address} is one: put it into the repository.");
        if (address.Getter is not ("" or "git" or "http" or "https") || address.Scheme is "s3")
            throw StateFileException.Refused(position, $"{address} cannot be fetched by the native engine, which knows git::, files of web servers, and archives behind http::. Put it into the repository, or {Reasons.CliEngine}.");
        if (fetcher is null)
            throw new StateFileException(position, $"{address} cannot be fetched here: put it into the repository, or {Reasons.CliEngine}.");

        try
        {
            var fetched = await fetcher.FetchAsync(address, area, cancellationToken).ConfigureAwait(false);
            if (fetched is null)
                return null;

            files.AddRoot(fetched.Root, (address with { File = "" }).ToString());
            return fetched.Path;
        }
        catch (GitOpsException exception) when (exception is not StateFileException)
        {
            throw new StateFileException(position, exception.Message, exception);
        }
    }

    /// <summary>Fetches an address whose git reference has to be there.</summary>
    /// <exception cref="StateFileException">It cannot be had, or must not.</exception>
    public async Task<string> FetchExistingAsync(string text, string area, SourcePosition? position, CancellationToken cancellationToken) =>
        await FetchAsync(text, area, position, cancellationToken).ConfigureAwait(false) ?? throw MissingReference(text, position);

    /// <summary>An address as messages show it.</summary>
    public static string Shown(string text) => Read(text, null).ToString();

    /// <summary>The error of a reference that a git repository does not have.</summary>
    public static StateFileException MissingReference(string text, SourcePosition? position)
    {
        var address = Read(text, position);
        return new(position, $"the repository of {address} has no branch, tag or commit \"{address["ref"]}\"; correct the ref, or push it.");
    }

    private static SourceAddress Read(string text, SourcePosition? position)
    {
        try
        {
            return SourceAddress.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new StateFileException(position, $"\"{text}\" cannot be fetched: {exception.Message}.", exception);
        }
    }
}
