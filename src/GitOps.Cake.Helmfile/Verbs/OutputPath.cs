using System.Security.Cryptography;
using System.Text;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Verbs;

/// <summary>Makes the paths that commands write to, from helmfile's Go templates of them.</summary>
/// <param name="option">What messages call the template.</param>
/// <param name="text">The template.</param>
/// <param name="outputDir">The folder that <c>.OutputDir</c> is.</param>
internal sealed class OutputPath(string option, string text, string outputDir = "")
{
    private const int HashDigits = 8;

    private readonly Template _template = Parse(option, text);

    /// <summary>The path for a release, absolute. A relative one starts at the folder of the state file, as helmfile has it.</summary>
    /// <param name="state">The state file.</param>
    /// <param name="release">The release.</param>
    /// <param name="chartName">The name of its chart, for templates that use it.</param>
    /// <exception cref="InvalidSettingsException">The template fails, or gives no path.</exception>
    public string Of(HelmfileState state, Release release, string chartName = "")
    {
        try
        {
            var path = _template.Render(Data(state, release, chartName));
            return path.Length > 0 ? Path.GetFullPath(path, state.Folder) : throw new InvalidSettingsException($"{option} \"{text}\" gives an empty path for the release {release.Id}.");
        }
        catch (TemplateException exception)
        {
            throw Unusable(option, text, exception);
        }
    }

    private static Template Parse(string option, string text)
    {
        try
        {
            return Template.Parse("output", text);
        }
        catch (TemplateException exception)
        {
            throw Unusable(option, text, exception);
        }
    }

    private GoMap Data(HelmfileState state, Release release, string chartName) => new()
    {
        ["OutputDir"] = outputDir,
        ["ChartName"] = chartName,
        ["State"] = new GoMap
        {
            ["BaseName"] = Path.GetFileNameWithoutExtension(state.Path),
            ["Path"] = Path.GetFileName(state.Path),
            ["AbsPath"] = state.Path,
            ["AbsPathSHA1"] = Hash(state.Path),
        },
        ["Release"] = HookTemplateData.Release(release.Definition!),
        ["Environment"] = StateTemplateData.Environment(state.Environment),
    };

    // helmfile's hash, so that a pipeline finds the folders where it is used to.
#pragma warning disable CA5350 // It keeps folders of different files apart; nothing is trusted because of it.
    private static string Hash(string path) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(path)))[..HashDigits];
#pragma warning restore CA5350

    private static InvalidSettingsException Unusable(string option, string text, TemplateException exception) =>
        new($"{option} \"{text}\" cannot be used: {exception.Detail}. It is a Go template with .OutputDir, .State.BaseName, .State.AbsPathSHA1, .Release.Name, .Environment.Name and more.");
}
