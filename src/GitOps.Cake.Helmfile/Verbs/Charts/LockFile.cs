using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Verbs.Charts;

/// <summary>Writes the lock file of a state file in helmfile's form, which both engines read.</summary>
internal static class LockFile
{
    // The oldest helmfile that reads this form as it is; newer ones take any version below their own.
    private const string Form = "1.0.0";

    /// <summary>The file's text.</summary>
    /// <param name="charts">The charts with the versions that were found.</param>
    /// <param name="now">When they were found.</param>
    public static string Write(IEnumerable<(ChartReference Chart, string Version)> charts, DateTimeOffset now)
    {
        var rows = charts
            .Select(entry => (Name: Name(entry.Chart), Repository: Address(entry.Chart.Repository!), entry.Version))
            .Distinct()
            .OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Repository, StringComparer.Ordinal).ThenBy(row => row.Version, StringComparer.Ordinal)
            .ToList();
        var text = new StringBuilder().Append(Line("version", Form)).Append("dependencies:\n");
        foreach (var (name, repository, version) in rows)
            text.Append("- ").Append(Line("name", name)).Append("  ").Append(Line("repository", repository)).Append("  ").Append(Line("version", version));

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
        return text
            .Append(Line("digest", $"sha256:{digest}"))
            .Append(CultureInfo.InvariantCulture, $"generated: \"{now:yyyy-MM-ddTHH:mm:ss.fffffffK}\"\n")
            .ToString();
    }

    private static string Line(string key, string value) => YamlWriter.Write(new GoMap { [key] = value });

    // Of a registry's charts the last segment is the name, and what stands before it belongs to the address.
    private static string Name(ChartReference chart) => chart.Name[(chart.Name.LastIndexOf('/') + 1)..];

    private static string Address(ChartRepository repository) =>
        repository.Oci && !repository.Url.StartsWith("oci://", StringComparison.Ordinal) ? $"oci://{repository.Url}" : repository.Url;
}
