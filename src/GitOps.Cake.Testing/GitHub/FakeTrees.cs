using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Trees by their SHA: the same content is the same tree.</summary>
internal static class FakeTrees
{
    private static readonly ConditionalWeakTable<FakeRepository, Dictionary<string, ImmutableSortedDictionary<string, string>>> Made = [];

    public static string Sha(ImmutableSortedDictionary<string, string> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Key}\0{file.Value}\0")))))[..40];

    public static string Add(FakeRepository repository, ImmutableSortedDictionary<string, string> files)
    {
        var sha = Sha(files);
        Made.GetOrCreateValue(repository)[sha] = files;
        return sha;
    }

    public static ImmutableSortedDictionary<string, string>? Find(FakeRepository repository, string sha) =>
        Made.GetOrCreateValue(repository).GetValueOrDefault(sha) ?? repository.History.Commits.Values.FirstOrDefault(commit => Sha(commit.Files) == sha)?.Files;
}
