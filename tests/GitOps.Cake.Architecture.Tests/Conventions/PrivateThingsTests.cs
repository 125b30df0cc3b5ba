using System.Text.RegularExpressions;

namespace GitOps.Cake.Architecture.Tests.Conventions;

/// <summary>The tree is public: nothing in it points at a machine of its authors or gives access to anything.</summary>
public partial class PrivateThingsTests
{
    private static readonly string[] Binary = [".png", ".tgz", ".gz", ".zip", ".dll", ".snupkg", ".nupkg"];

    // Tokens made up to test that they are masked.
    private static readonly string[] WithMadeUpTokens = ["tests/GitOps.Cake.Tools.Tests/Tooling/KeepingSecrets.cs"];

    [Fact]
    public void No_file_names_a_folder_of_a_machine_or_holds_a_credential() => Repository.Files(".", "*")
        .Where(path => !Binary.Contains(Path.GetExtension(path)) && !WithMadeUpTokens.Contains(Repository.Relative(path)))
        .SelectMany(path => Found(File.ReadAllText(path)).Select(found => $"{Repository.Relative(path)}: {found}"))
        .ShouldBeEmpty();

    [Fact]
    public void Lock_files_do_not_say_where_packages_came_from() => Repository.Files(".", "*lock.json")
        .Where(path => File.ReadAllText(path).Contains("://", StringComparison.Ordinal))
        .Select(Repository.Relative)
        .ShouldBeEmpty();

    [Theory]
    [InlineData("see /", "home/somebody/notes")]
    [InlineData("\"/", "root/.kube/config\"")]
    [InlineData("C:", @"\Users\somebody\notes")]
    [InlineData("gh", "p_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("AK", "IA0123456789ABCDEF")]
    [InlineData("-----BEGIN RSA ", "PRIVATE KEY-----")]
    public void What_is_private_is_found(string start, string end) => Found(start + end).ShouldHaveSingleItem();

    [Theory]
    [InlineData("$HOME/mnt/x")]
    [InlineData("~/.kube/config")]
    [InlineData("https://example.org/home/page")]
    public void What_is_public_is_left_alone(string text) => Found(text).ShouldBeEmpty();

    private static IEnumerable<string> Found(string text) =>
        Machine().Matches(text).Concat(Credential().Matches(text)).Select(match => match.Value.Trim());

    [GeneratedRegex(@"(?<![\w$})~./-])/(?:home|Users|root|mnt|work|var/(?:tmp|folders))/[\w.-]+|\b[A-Z]:\\{1,2}Users\\{1,2}\w+")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{22,}|\bAKIA[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bxox[bp]-[\w-]{20,}")]
    private static partial Regex Credential();
}
