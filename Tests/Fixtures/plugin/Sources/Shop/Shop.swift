import ShopAPI

struct Shop: ShopService {
  func getArticle() -> GetArticle.Output {
    .ok(Article(name: "Tea"))
  }
}
