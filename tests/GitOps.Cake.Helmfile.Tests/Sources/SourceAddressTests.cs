using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.Sources;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("git::https://host/org/repo.git@path/to/file.yaml?ref=v1", "git", "https", "", "host", "/org/repo.git", "path/to/file.yaml", "ref=v1")]
    [InlineData("git::ssh://git@host:22/org/repo.git@dir/*.yaml", "git", "ssh", "git", "host:22", "/org/repo.git", "dir/*.yaml", "")]
    [InlineData("git::https://me:pa%40ss@host/repo@?ref=a/b", "git", "https", "me:pa%40ss", "host", "/repo", "", "ref=a%2Fb")]
    [InlineData("git::file:///srv/repo.git//sub@file", "git", "file", "", "", "/srv/repo.git//sub", "file", "")]
    [InlineData("git::https://host/repo.git", "git", "https", "", "host", "/repo.git", "", "")]
    [InlineData("https://host/a@b/values.yaml?x=1&a=2", "", "https", "", "host", "/a@b/values.yaml", "", "a=2&x=1")]
    [InlineData("http::https://host/files.tgz@dir/file", "http", "https", "", "host", "/files.tgz", "dir/file", "")]
    public void An_address_is_read_in_helmfiles_forms(
        string text, string getter, string scheme, string user, string host, string path, string file, string query)
    {
        var address = SourceAddress.Parse(text);

        (address.Getter, address.Scheme, address.User.Reveal(), address.Host, address.Path, address.File, address.SafeQuery())
            .ShouldBe((getter, scheme, user, host, path, file, query));
        address.IsCached.ShouldBeTrue();
    }

    [Fact]
    public void What_is_secret_is_not_shown()
    {
        var address = SourceAddress.Parse("git::https://robot:canary-1@host/repo.git@file?ref=v1&access_token=canary-2&cache=false");

        address.ToString().ShouldBe("git::https://host/repo.git@file?ref=v1&access_token=***");
        address.SafeQuery().ShouldNotContain("canary");
        address.IsCached.ShouldBeFalse();
    }

    [Theory]
    [InlineData("./a::b", true)]
    [InlineData("/absolute/git::x", false)]
    [InlineData("charts/app", false)]
    [InlineData("https://host/x", true)]
    public void A_path_of_this_machine_is_no_address(string text, bool isRemote) => SourceAddress.IsRemote(text).ShouldBe(isRemote);

    [Fact]
    public void An_address_without_scheme_says_how_it_is_written() =>
        Should.Throw<FormatException>(() => SourceAddress.Parse("git::git@host:org/repo.git@path")).Message.ShouldContain("git::ssh://user@host/path");
}
