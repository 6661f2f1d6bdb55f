import BookModel
import Testing
